import type { Socket, SocketEvents } from "@/client/sync/socket";

/** A socket whose server is the test. */
export class FakeSocket implements Socket {
  readonly sent: Uint8Array[] = [];
  /** Whether the client has closed it. */
  isClosed = false;
  #isOpen = false;

  constructor(
    readonly url: string,
    readonly events: SocketEvents,
  ) {}

  send(message: Uint8Array): boolean {
    if (this.#isOpen) this.sent.push(message.slice());
    return this.#isOpen;
  }

  close(): void {
    this.isClosed = true;
    this.#isOpen = false;
  }

  /** The server accepts. */
  open(): void {
    this.#isOpen = true;
    this.events.onOpen();
  }

  /** The server says something. */
  deliver(message: Uint8Array): void {
    if (!this.isClosed) this.events.onMessage(message);
  }

  /** The server, or the network, ends it. */
  cut(code = 1006, reason = ""): void {
    this.#isOpen = false;
    if (!this.isClosed) this.events.onClose(code, reason);
  }
}
