import { connect, type Socket } from "node:net";
import { SUBPROTOCOL } from "@/core/protocol/message-type";
import type { HostileFrames } from "./hostile-frames";
import { AnswerReader, clientFrame } from "./ws-bytes";

/** Who has not been answered by then is not going to be, however busy the machine is. */
const PATIENCE_MS = 30_000;
const PING = clientFrame(new Uint8Array([7]), { opcode: 9 });

export interface VisitOptions {
  readonly port: number;
  /** Such as `/sync/plans`. */
  readonly path: string;
  readonly isStock: boolean;
}

/**
 * Opens a socket, writes all frames at once and a ping after them, and cuts the line when the server has answered that or has
 * closed. Resolves with whether it did either.
 */
export function visit(
  { port, path, isStock }: VisitOptions,
  frames: readonly HostileFrames[],
): Promise<boolean> {
  const isUnfinished = frames.some((one) => one.isUnfinished);
  const socket = connect({ port, host: "127.0.0.1" });
  socket.write(
    Buffer.concat([
      upgradeRequest(path, isStock),
      ...frames.map(({ bytes }) => bytes),
      PING,
    ]),
  );
  // The ping is swallowed then; the end of the line is not.
  if (isUnfinished) socket.end();
  return untilAnswered(socket);
}

function untilAnswered(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    const reader = new AnswerReader();
    const finish = (isAnswered: boolean) => {
      clearTimeout(patience);
      // A reset leaves no half-closed line behind, of which a machine has only so many.
      socket.resetAndDestroy();
      resolve(isAnswered);
    };
    const patience = setTimeout(() => finish(false), PATIENCE_MS);
    socket.on("data", (data: Buffer) => {
      if (reader.read(data)) finish(true);
    });
    socket.on("error", () => finish(true));
    socket.on("close", () => finish(true));
  });
}

const upgradeRequest = (path: string, isStock: boolean): Buffer =>
  Buffer.from(
    [
      `GET ${path} HTTP/1.1`,
      "Host: 127.0.0.1",
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...(isStock ? [] : [`Sec-WebSocket-Protocol: ${SUBPROTOCOL}`]),
      "",
      "",
    ].join("\r\n"),
  );
