import WebSocket from "ws";
import type { OpenSocket } from "@/client/sync/socket";
import { SUBPROTOCOL } from "@/core/protocol/message-type";

/** Opens sockets as a page does, in Node. @param cookie The visitor's; without it each socket is a person of its own. */
export const nodeSockets =
  (cookie?: string): OpenSocket =>
  (url, events) => {
    // A cookie counts only where the socket is opened by a page of the site.
    const origin = new URL(url.replace("ws", "http")).origin;
    const visitor = cookie && { origin, headers: { cookie } };
    const socket = new WebSocket(url, SUBPROTOCOL, { ...visitor });
    // What a cut line says besides being closed.
    socket.on("error", () => {});
    socket.on("open", () => events.onOpen());
    socket.on("message", (data: Buffer) =>
      events.onMessage(new Uint8Array(data)),
    );
    socket.on("close", (code, reason) =>
      events.onClose(code, reason.toString()),
    );
    return {
      send(message) {
        if (socket.readyState !== WebSocket.OPEN) return false;
        socket.send(message);
        return true;
      },
      close() {
        socket.removeAllListeners();
        socket.on("error", () => {});
        socket.close();
      },
    };
  };

/** Those of somebody without a cookie. */
export const openNodeSocket: OpenSocket = nodeSockets();
