import { WebSocket } from "ws";
import type { Clock } from "@/core/base/clock";
import {
  encodeControl,
  readServerControl,
} from "@/core/protocol/control-codec";
import { CloseCode } from "@/core/protocol/close-codes";
import {
  MessageType,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
} from "@/core/protocol/message-type";
import * as decoding from "lib0/decoding";
import { siteOf } from "./approach-check";
import { bad, type Finding, ok } from "./finding";

const TIMEOUT_MS = 10_000;

/**
 * Whether a page at the public address can open a board: connects as one would, and says hello in a room that nobody else is in, which is
 * not stored.
 */
export function checkSocket(
  url: URL,
  room: string,
  clock: Clock,
): Promise<Finding> {
  const address = `${siteOf(url).replace(/^http/, "ws")}/sync/${room}`;
  const socket = new WebSocket(address, [SUBPROTOCOL], {
    origin: url.origin,
    handshakeTimeout: TIMEOUT_MS,
  });
  return new Promise((resolve) => {
    const giveUp = clock.after(TIMEOUT_MS, () =>
      finish(
        bad(
          `${address} opens, but nothing comes through: look at what the proxy does with WebSockets.`,
        ),
      ),
    );
    const finish = (finding: Finding) => {
      giveUp();
      resolve(finding);
      socket.terminate();
    };
    socket.on("open", () => socket.send(hello()));
    socket.on("message", (data) => {
      if (isWelcome(data as Buffer))
        finish(ok(`A board can be opened through ${address}.`));
    });
    socket.on("close", (code, reason) =>
      finish(explainClose(address, url, code, reason.toString())),
    );
    socket.on("error", ({ message }) =>
      finish(
        bad(
          `${address} cannot be opened (${message}): let the proxy speak HTTP/1.1 to the server and pass on Upgrade and Connection.`,
        ),
      ),
    );
  });
}

function hello(): Uint8Array {
  return encodeControl({
    kind: "hello",
    protocol: PROTOCOL_VERSION,
    name: "Doctor",
    clientId: 1,
  });
}

function isWelcome(message: Buffer): boolean {
  const decoder = decoding.createDecoder(new Uint8Array(message));
  if (decoding.readVarUint(decoder) !== MessageType.control) return false;
  return readServerControl(decoder)?.kind === "welcome";
}

function explainClose(
  address: string,
  { origin }: URL,
  code: number,
  reason: string,
): Finding {
  if (code === CloseCode.noAccess)
    return bad(
      `The server takes pages of ${origin} for strangers: let the proxy pass on Host or set X-Forwarded-Host, or set ALLOWED_ORIGINS to ${origin}.`,
    );
  return bad(
    `${address} was closed with ${code} ${reason}: see the close codes in docs/operating.md.`,
  );
}
