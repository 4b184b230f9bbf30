import WebSocket from "ws";
import type { OpenSocket } from "@/client/sync/socket";
import { SUBPROTOCOL } from "@/core/protocol/message-type";

/** Opens a socket as the page does, in Node. */
export const openNodeSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url, SUBPROTOCOL);
  // It is closed next, which is told.
  socket.on("error", () => {});
  socket.on("open", () => events.onOpen());
  socket.on("message", (data: Buffer) =>
    events.onMessage(new Uint8Array(data)),
  );
  socket.on("close", (code, reason) => events.onClose(code, reason.toString()));
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
