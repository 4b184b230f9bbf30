import type { Clock } from "@/core/base/clock";
import type { UserId } from "@/core/base/ids";
import { makePersonName } from "@/core/protocol/person";
import type { Random } from "@/core/base/random";
import type { Member } from "@/core/protocol/control-message";
import type { Peer } from "./peer";
import { chooseColour } from "./person-colour";
import { SlotPool } from "./slot-pool";

/** What a member says of themselves, cleaned. What is undefined stays as it is, or is made up. */
export interface Introduction {
  readonly name: string | undefined;
  readonly colour: string | undefined;
}

export interface RosterOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the room is this person's. */
  readonly isOwner: (user: UserId) => boolean;
}

/** Who is in the room. A person has one name and one colour, whatever number of connections. */
export class Roster {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #isOwner: RosterOptions["isOwner"];
  readonly #slots: SlotPool;
  readonly #members = new Map<Peer, Member>();

  constructor({ clock, random, isOwner }: RosterOptions) {
    this.#clock = clock;
    this.#random = random;
    this.#isOwner = isOwner;
    this.#slots = new SlotPool(clock);
  }

  all(): Member[] {
    return [...this.#members.values()];
  }

  /** The entry of a connection that has introduced itself. */
  find(peer: Peer): Member | undefined {
    return this.#members.get(peer);
  }

  /** Lets a connection in, or takes note of a new name or colour. Returns the entries that are new or have changed. */
  introduce(peer: Peer, { name, colour }: Introduction): Member[] {
    const known = this.#entriesOf(peer.user)[0]?.[1];
    const person = {
      name: name ?? known?.name ?? makePersonName(this.#random),
      colour: this.#colourFor(peer.user, colour ?? known?.colour),
    };
    const changed: Member[] = [];
    for (const [other, member] of this.#entriesOf(peer.user))
      if (member.name !== person.name || member.colour !== person.colour)
        changed.push(this.#put(other, { ...member, ...person }));
    if (!this.#members.has(peer))
      changed.push(
        this.#put(peer, {
          slot: this.#slots.take(),
          user: peer.user,
          ...person,
          joinedAt: this.#clock.now(),
          ...(this.#isOwner(peer.user) && { isOwner: true }),
        }),
      );
    return changed;
  }

  /** Takes note that the room has got an owner, or another one. Returns the entries that have changed. */
  markOwner(): Member[] {
    return [...this.#members]
      .filter(
        ([{ user }, { isOwner = false }]) => isOwner !== this.#isOwner(user),
      )
      .map(([peer, { isOwner, ...member }]) =>
        this.#put(peer, isOwner ? member : { ...member, isOwner: true }),
      );
  }

  /** What a person is called who is here. */
  nameOf(user: UserId): string | undefined {
    return this.#entriesOf(user)[0]?.[1].name;
  }

  /** Takes a connection out. Returns the slot that it had; undefined when it never introduced itself. */
  leave(peer: Peer): number | undefined {
    const member = this.#members.get(peer);
    if (!member) return undefined;
    this.#members.delete(peer);
    this.#slots.giveBack(member.slot);
    return member.slot;
  }

  #put(peer: Peer, member: Member): Member {
    this.#members.set(peer, member);
    return member;
  }

  #entriesOf(user: UserId): [Peer, Member][] {
    return [...this.#members].filter(([, member]) => member.user === user);
  }

  #colourFor(user: UserId, wish: string | undefined): string {
    const taken = new Set<string>();
    for (const member of this.#members.values())
      if (member.user !== user) taken.add(member.colour);
    return chooseColour({ user, wish, taken });
  }
}
