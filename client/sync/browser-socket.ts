import { SUBPROTOCOL } from "@/core/protocol/message-type";
import type { OpenSocket } from "./socket";

/** Opens a WebSocket of the browser under our subprotocol. */
export const openBrowserSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url, SUBPROTOCOL);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => events.onOpen();
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) events.onMessage(new Uint8Array(data));
  };
  socket.onclose = ({ code, reason }) => events.onClose(code, reason);
  return {
    send(message) {
      if (socket.readyState !== WebSocket.OPEN) return false;
      socket.send(message as Uint8Array<ArrayBuffer>);
      return true;
    },
    close() {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
};
