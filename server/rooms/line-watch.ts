import type { MemberSocket } from "./member-socket";
import type { PeerOutbox } from "./peer-outbox";

/**
 * Tells a dead line from a slow one. On a slow one a ping waits behind what was sent before it, so that its answer may come late:
 * as long as the network goes on taking what had piled up, the line lives.
 */
export class LineWatch {
  readonly #socket: MemberSocket;
  readonly #outbox: PeerOutbox;
  #awaitsPong = false;
  /** What the network had taken at the last probe, if more was waiting. */
  #takenBefore: number | undefined;

  constructor(socket: MemberSocket, outbox: PeerOutbox) {
    this.#socket = socket;
    this.#outbox = outbox;
  }

  /** Whether something has come since the last probe. */
  get hasBeenHeard(): boolean {
    return !this.#awaitsPong;
  }

  /** Something has come from the member. */
  heard(): void {
    this.#awaitsPong = false;
  }

  /** Sends a ping, or cuts the line when the last one has not been answered and nothing has moved. */
  probe(): void {
    if (this.#awaitsPong && !this.#hasMoved()) return this.#socket.terminate();
    const { isBackedUp, takenBytes } = this.#outbox;
    this.#awaitsPong = true;
    // With nothing waiting, what is taken later says nothing: the system takes a little even for a dead line.
    this.#takenBefore = isBackedUp ? takenBytes : undefined;
    this.#socket.ping();
  }

  #hasMoved(): boolean {
    const before = this.#takenBefore;
    return before !== undefined && this.#outbox.takenBytes > before;
  }
}
