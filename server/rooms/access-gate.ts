import type { UserId } from "@/core/base/ids";
import { CloseCode } from "@/core/protocol/close-codes";
import { isSameStanding } from "../access/standing";
import type { Peer } from "./peer";
import type { RoomParts } from "./room-parts";

export interface AccessGateOptions {
  /** Everybody who is connected, whether they have come in or not. */
  readonly sessions: Iterable<Judged>;
  readonly parts: () => RoomParts;
}

/** A connection, as far as what it may do goes. */
export interface Judged {
  readonly peer: Peer;
  /** Called when it may draw again. */
  allow(): void;
}

/** Has what is decided about a room take effect on the sockets that are open. */
export class AccessGate {
  readonly #options: AccessGateOptions;

  constructor(options: AccessGateOptions) {
    this.#options = options;
  }

  /** Judges everybody anew: sends away who may not be here any more, and tells the others what they may do. */
  refresh(): void {
    const { sessions, parts } = this.#options;
    const { roster, outbox, access } = parts();
    const joined = roster.markOwner();
    if (joined.length > 0)
      outbox.control({ kind: "roster", full: false, joined, left: [] });
    for (const session of [...sessions]) {
      this.#judge(session);
      const { peer } = session;
      if (!peer.isClosing && roster.find(peer) && access.isOwner(peer.user))
        peer.tell({ kind: "access", ...access.overview() });
    }
  }

  /** Closes all of a person's sockets. */
  kick(user: UserId): void {
    for (const peer of this.#peersOf(user)) sendAway(peer, "REMOVED");
  }

  /** From where a person is here. */
  addressesOf(user: UserId): string[] {
    return [...new Set(this.#peersOf(user).map(({ address }) => address))];
  }

  #peersOf(user: UserId): Peer[] {
    return [...this.#options.sessions]
      .map(({ peer }) => peer)
      .filter((peer) => peer.user === user);
  }

  #judge(session: Judged): void {
    const { peer } = session;
    const { access, roster } = this.#options.parts();
    const standing = access.standingOf(peer);
    if (standing.refusal !== undefined) return sendAway(peer, standing.refusal);
    if (isSameStanding(standing, peer.standing)) return;
    const mightDraw = peer.standing.mayDraw;
    peer.standing = standing;
    if (roster.find(peer)) peer.tell({ kind: "role", ...standing });
    if (!standing.mayDraw) this.#cancelGestures(peer);
    else if (!mightDraw) session.allow();
  }

  #cancelGestures(peer: Peer): void {
    const { roster, gestures, outbox } = this.#options.parts();
    const slot = roster.find(peer)?.slot;
    if (slot === undefined) return;
    for (const { entry } of gestures.leave(slot)) outbox.live(slot, entry);
  }
}

/** Closes a socket for good. Of what came over it before and still waits nothing is taken in. */
function sendAway(peer: Peer, reason: string): void {
  peer.standing = { ...peer.standing, mayDraw: false, mayChat: false };
  peer.close(CloseCode.noAccess, reason);
}
