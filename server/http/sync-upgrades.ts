import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { CloseCode } from "@/core/protocol/close-codes";
import {
  MAX_FRAGMENTS,
  MAX_MESSAGE_BYTES,
  MAX_ROOM_BYTES,
} from "@/core/protocol/limits";
import { SUBPROTOCOL } from "@/core/protocol/message-type";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { ConnectionQuota } from "../limits/connection-quota";
import type { Log } from "../log";
import type { Tally } from "../metrics/tally";
import type { RoomRegistry } from "../rooms/room-registry";
import type { SyncAdmission } from "./sync-admission";
import { WsMemberSocket } from "./ws-member-socket";

/** The close codes of RFC 6455 that `ws` chooses by itself, by the names of its errors. */
const FAULTS: ReadonlyMap<string, number> = new Map([
  ["WS_ERR_INVALID_UTF8", 1007],
  ["WS_ERR_TOO_MANY_BUFFERED_PARTS", 1008],
  ["WS_ERR_UNSUPPORTED_MESSAGE_LENGTH", CloseCode.tooBig],
  ["WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH", CloseCode.tooBig],
]);
const PROTOCOL_FAULT = 1002;

/** What a stock client wraps round an update: a few type and length bytes. */
const ENVELOPE_BYTES = 1024;

export interface SyncUpgradesOptions {
  readonly rooms: RoomRegistry;
  readonly admission: SyncAdmission;
  readonly connections: ConnectionQuota;
  /** Whether the server is about to end: nobody is let in any more. */
  readonly isStopping: () => boolean;
  readonly log: Log;
  readonly tally: Tally;
}

/**
 * Makes WebSockets of upgrade requests, and members of those that are admitted. A socket that is refused is opened all the same
 * and then closed with the reason's code: a page cannot see why an upgrade failed.
 */
export class SyncUpgrades {
  readonly #options: SyncUpgradesOptions;
  readonly #forOurs = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
    maxFragments: MAX_FRAGMENTS,
    handleProtocols: () => SUBPROTOCOL,
  });
  readonly #forStock = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_ROOM_BYTES + ENVELOPE_BYTES,
    maxFragments: MAX_FRAGMENTS,
  });

  /** For each open socket, a promise that resolves when it is gone. */
  readonly #open = new Set<Promise<void>>();

  constructor(options: SyncUpgradesOptions) {
    this.#options = options;
  }

  /** @param room The room's name as it stands in the path. */
  handle(
    request: IncomingMessage,
    socket: Duplex,
    { head, room }: { head: Buffer; room: string },
  ): void {
    const isStock = !offersOurs(request);
    const server = isStock ? this.#forStock : this.#forOurs;
    server.handleUpgrade(request, socket, head, (ws) => {
      this.#logErrors(ws);
      const member = new WsMemberSocket(ws, socket, this.#options.tally);
      this.#count(member);
      // Nothing is read before the room is there to take it.
      member.pause();
      this.#letIn(request, { room, isStock, member }).catch((error) =>
        this.#refuse(member, error),
      );
    });
  }

  /** Resolves once no socket is open. */
  async whenEmpty(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
  }

  /** Cuts the lines that are still open. */
  terminateAll(): void {
    for (const server of [this.#forOurs, this.#forStock])
      for (const ws of server.clients) ws.terminate();
  }

  async #letIn(
    request: IncomingMessage,
    { room: name, isStock, member }: Entrance,
  ): Promise<void> {
    const { admission, connections, rooms, isStopping } = this.#options;
    const { room, ...visitor } = admission.admit(request, name);
    const release = connections.take(visitor.user);
    if (!release) throw new ProtocolError("TOO_MANY_CONNECTIONS");
    member.onClose(release);
    const visit = { ...visitor, isStock, socket: member };
    const session = await rooms.join(room, visit);
    member.listen(session);
    if (isStopping()) member.close(CloseCode.restart, "RESTARTING");
    else member.resume();
  }

  /** Apart from `handle`: a listener that was made there would keep the request for as long as the socket lives. */
  #logErrors(ws: WebSocket): void {
    const { log, tally } = this.#options;
    // What is wrong with a socket ends that socket; `ws` has closed it by then.
    ws.on("error", (err) => {
      log.info({ err }, "bad socket");
      const fault = faultOf(err);
      if (fault) tally.closed(...fault);
    });
  }

  #count(member: WsMemberSocket): void {
    const closed = new Promise<void>((resolve) => member.onClose(resolve));
    this.#open.add(closed);
    member.onClose(() => this.#open.delete(closed));
  }

  #refuse(member: WsMemberSocket, error: unknown): void {
    if (error instanceof ProtocolError)
      return member.close(error.closeCode, error.code);
    this.#options.log.error({ err: error }, "a socket could not be let in");
    member.close(CloseCode.serverError, "SERVER_ERROR");
  }
}

/** One at the door. */
interface Entrance {
  readonly room: string;
  readonly isStock: boolean;
  readonly member: WsMemberSocket;
}

/** The close code that `ws` answers a breach of WebSocket's own rules with, and its name; undefined for a line that broke off. */
function faultOf(error: Error): [code: number, reason: string] | undefined {
  const name = "code" in error ? String(error.code) : "";
  if (!name.startsWith("WS_ERR_")) return undefined;
  return [FAULTS.get(name) ?? PROTOCOL_FAULT, name];
}

function offersOurs({ headers }: IncomingMessage): boolean {
  const offered = headers["sec-websocket-protocol"]?.split(",") ?? [];
  return offered.some((protocol) => protocol.trim() === SUBPROTOCOL);
}
