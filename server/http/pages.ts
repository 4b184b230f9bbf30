import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** What makes the pages. The rest of the server knows nothing of Next. */
export interface Pages {
  /** Answers a request for a page or one of its files. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Takes over, or ends, a socket that is not a board's: those that pages are developed over. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}
