import type { Clock } from "@/core/base/clock";
import type { UserId } from "@/core/base/ids";
import type { CloseCode } from "@/core/protocol/close-codes";
import { encodeControl } from "@/core/protocol/control-codec";
import type { ServerControl } from "@/core/protocol/control-message";
import type { Admitted, Visitor } from "../access/standing";
import type { Tally } from "../metrics/tally";
import type { MemberSocket } from "./member-socket";
import { PeerOutbox } from "./peer-outbox";

export interface PeerOptions {
  readonly user: UserId;
  /** By `addressKey`. */
  readonly address: string;
  /** Whether it speaks y-protocols only. */
  readonly isStock: boolean;
  /** What they may do as they come in. */
  readonly standing: Admitted;
  readonly socket: MemberSocket;
  readonly clock: Clock;
  readonly tally: Tally;
}

/** One connection to a room, as the parts of the room see it: whose it is, and how to speak to it. */
export class Peer implements Visitor {
  readonly user: UserId;
  readonly address: string;
  readonly isStock: boolean;
  readonly outbox: PeerOutbox;
  /** What they may do now. */
  standing: Admitted;
  readonly #socket: MemberSocket;
  readonly #tally: Tally;
  #isClosing = false;

  constructor(options: PeerOptions) {
    const { user, address, isStock, standing, socket, clock, tally } = options;
    this.user = user;
    this.address = address;
    this.isStock = isStock;
    this.standing = standing;
    this.outbox = new PeerOutbox({ socket, isStock, clock, tally });
    this.#socket = socket;
    this.#tally = tally;
  }

  /** Whether the server has ended the connection: what still arrives on it is not heard. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Sends a control message. Stock members, who do not know these, get none. */
  tell(message: ServerControl): void {
    if (message.kind === "error" || message.kind === "unsaved")
      this.#tally.refused(message.code);
    if (!this.isStock) this.outbox.send(encodeControl(message));
  }

  /** @param reason Starts with a stable code. At most 123 bytes. */
  close(code: CloseCode, reason: string): void {
    this.#isClosing = true;
    this.#socket.close(code, reason);
  }
}
