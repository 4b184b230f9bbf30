import { assert } from "@/core/base/assert";
import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { ClientControl, Member } from "@/core/protocol/control-message";
import { MAX_CHAT_LENGTH, MAX_ROOM_BYTES } from "@/core/protocol/limits";
import { encodeSlottedLive } from "@/core/protocol/live-codec";
import { PROTOCOL_VERSION } from "@/core/protocol/message-type";
import { cleanName } from "@/core/protocol/person";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { Peer } from "./peer";
import type { RoomParts } from "./room-parts";
import type { Introduction } from "./roster";

type Hello = Extract<ClientControl, { kind: "hello" }>;

const NOTHING_SAID: Introduction = { name: undefined, colour: undefined };

export interface ReceptionOptions {
  /** Everybody in the room; kept by the reception. */
  readonly peers: Set<Peer>;
  readonly parts: RoomParts;
  readonly clock: Clock;
}

/** Lets members in and out, and has the others told. From the moment that a member is in, they hear what the room says. */
export class Reception {
  readonly #peers: Set<Peer>;
  readonly #parts: RoomParts;
  readonly #clock: Clock;
  /** For each member who has been welcomed, what ends the telling of what waits for them. */
  readonly #welcomed = new Map<Peer, Dispose>();

  constructor({ peers, parts, clock }: ReceptionOptions) {
    this.#peers = peers;
    this.#parts = parts;
    this.#clock = clock;
  }

  /** Whether the member has come in. */
  has(peer: Peer): boolean {
    return this.#peers.has(peer);
  }

  /** Lets in a member who introduces themselves, or takes note of their new name. Throws a ProtocolError for an outdated client. */
  hello(peer: Peer, { protocol, name, colour }: Hello): void {
    if (protocol !== PROTOCOL_VERSION)
      throw new ProtocolError("OUTDATED_CLIENT");
    const changed = this.#enter(peer, { name: cleanName(name), colour });
    if (!this.#welcomed.has(peer)) this.#welcome(peer);
    this.#announce(peer, changed);
  }

  /** Lets in a member who has begun to sync without a word, as stock clients do. */
  arrive(peer: Peer): void {
    if (this.#peers.has(peer)) return;
    const changed = this.#enter(peer, NOTHING_SAID);
    if (peer.isStock) peer.outbox.send(this.#parts.awareness.encodeAll());
    this.#announce(peer, changed);
  }

  /** Takes a member out, if they were in. */
  leave(peer: Peer): void {
    if (!this.#peers.delete(peer)) return;
    const { roster, gestures, presence, outbox, people, awareness } =
      this.#parts;
    this.#welcomed.get(peer)?.();
    this.#welcomed.delete(peer);
    const name = roster.find(peer)?.name ?? "";
    const slot = roster.leave(peer);
    if (slot !== undefined) {
      presence.leave(slot, peer.user);
      for (const { entry } of gestures.leave(slot)) outbox.live(slot, entry);
      outbox.control({ kind: "roster", full: false, joined: [], left: [slot] });
    }
    awareness.leave(peer);
    people.leave(peer.user, name);
  }

  #enter(peer: Peer, introduction: Introduction): Member[] {
    const { roster, outbox, people } = this.#parts;
    const isNew = !this.#peers.has(peer);
    // What the room was about to say is contained in what the newcomer is told.
    if (isNew) outbox.flush();
    const changed = roster.introduce(peer, introduction);
    if (isNew) people.join(peer.user, roster.find(peer)?.name ?? "");
    return changed;
  }

  #announce(peer: Peer, joined: Member[]): void {
    this.#peers.add(peer);
    if (joined.length === 0) return;
    const { outbox } = this.#parts;
    outbox.control({ kind: "roster", full: false, joined, left: [] });
  }

  #welcome(peer: Peer): void {
    const {
      roster,
      record,
      access,
      log,
      people,
      presence,
      gestures,
      notifier,
    } = this.#parts;
    const member = roster.find(peer);
    assert(member, "Nobody is welcomed before they are in the roster.");
    peer.tell({
      kind: "welcome",
      user: peer.user,
      role: peer.standing.role,
      slot: member.slot,
      epoch: record.epoch,
      // Not the last: this is how the member learns whether the room, and so its epoch, is stored.
      seq: log.savedSeq,
      time: this.#clock.now(),
      limits: { chatLength: MAX_CHAT_LENGTH, roomBytes: MAX_ROOM_BYTES },
    });
    peer.tell({ kind: "role", ...peer.standing });
    if (access.isOwner(peer.user))
      peer.tell({ kind: "access", ...access.overview() });
    peer.tell({ kind: "roster", full: true, joined: roster.all(), left: [] });
    peer.tell({ kind: "count", ...people.current });
    if (log.isFailing) peer.tell({ kind: "notice", code: "NOT_SAVED" });
    for (const message of presence.all()) peer.tell(message);
    const begins = gestures.begins();
    if (begins.length > 0) peer.outbox.send(encodeSlottedLive(begins));
    this.#welcomed.set(
      peer,
      notifier.subscribe(peer.user, (items) =>
        peer.tell({ kind: "notifications", items: [...items] }),
      ),
    );
  }
}
