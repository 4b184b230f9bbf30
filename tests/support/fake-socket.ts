import { OPEN, type Socket } from "@/client/sync/socket";

/** A socket whose server is the test. */
export class FakeSocket implements Socket {
  binaryType: "arraybuffer" | "blob" = "blob";
  readyState = 0;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly sent: Uint8Array[] = [];
  /** Whether the client has closed it. */
  isClosed = false;

  constructor(readonly url: string) {}

  send(data: Uint8Array<ArrayBuffer>): void {
    this.sent.push(data.slice());
  }

  close(): void {
    this.isClosed = true;
    this.readyState = 3;
  }

  /** The server accepts. */
  open(): void {
    this.readyState = OPEN;
    this.onopen?.();
  }

  /** The server says something. */
  deliver(message: Uint8Array): void {
    this.onmessage?.({ data: message.slice().buffer });
  }

  /** The server, or the network, ends it. */
  cut(code = 1006, reason = ""): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }
}
