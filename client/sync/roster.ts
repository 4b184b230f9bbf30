import { asUserId, type UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import { createStore, type Store } from "@/core/base/store";
import type { Member, ServerControl } from "@/core/protocol/control-message";
import type { People, Person } from "./people";

type RosterMessage = Extract<ServerControl, { kind: "roster" }>;
type CountMessage = Extract<ServerControl, { kind: "count" }>;

/** Who is in the room, as the server tells it. */
export class Roster {
  readonly #me: Store<UserId>;
  readonly #people = createStore<People>({ here: [], count: 0 });
  readonly #members = new Map<number, Member>();
  readonly #left = new Listeners<number>();
  #count = 0;
  #countVersion = -1;

  constructor(me: Store<UserId>) {
    this.#me = me;
  }

  get people(): Store<People> {
    return this.#people;
  }

  /** The member behind a slot, if the server has announced one. */
  member(slot: number): Member | undefined {
    return this.#members.get(slot);
  }

  /** Calls `listener` with the slot of each member who leaves. */
  onLeave(listener: (slot: number) => void): () => void {
    return this.#left.add(listener);
  }

  receiveRoster({ full, joined, left }: RosterMessage): void {
    const gone = full ? [...this.#members.keys()] : left;
    const staying = new Set(joined.map((member) => member.slot));
    for (const slot of gone) {
      if (full && staying.has(slot)) continue;
      this.#members.delete(slot);
      this.#left.emit(slot);
    }
    for (const member of joined) this.#members.set(member.slot, member);
    this.#publish();
  }

  /** An older count than the last one is ignored. */
  receiveCount({ people, version }: CountMessage): void {
    if (version <= this.#countVersion) return;
    this.#countVersion = version;
    this.#count = people;
    this.#publish();
  }

  /** The line is cut: nobody can be known to be here, and the next server counts anew. */
  disconnected(): void {
    for (const slot of this.#members.keys()) this.#left.emit(slot);
    this.#members.clear();
    this.#countVersion = -1;
    this.#count = 0;
    this.#publish();
  }

  #publish(): void {
    const here = groupByPerson(this.#members.values(), this.#me.get());
    this.#people.set({ here, count: this.#count });
  }
}

function groupByPerson(members: Iterable<Member>, me: UserId): Person[] {
  const people = new Map<string, Person>();
  for (const { user, slot, name, colour, joinedAt, isOwner } of members) {
    const known = people.get(user);
    people.set(user, {
      user: asUserId(user),
      name,
      colour,
      isMe: user === me,
      isOwner: isOwner === true,
      joinedAt: Math.min(joinedAt, known?.joinedAt ?? Infinity),
      slots: [...(known?.slots ?? []), slot],
    });
  }
  return [...people.values()].sort(
    (a, b) => Number(b.isMe) - Number(a.isMe) || a.joinedAt - b.joinedAt,
  );
}
