import { WebSocketServer } from "ws";

// The least that a server of rooms can do: whatever one sends is sent on at once to all the others, unread. The last long message of
// a room is kept for those who come: a document.

const LONG_BYTES = 64 * 1024;
/** @type {Map<string, unknown>} */
const documents = new Map();
/** @type {Map<string, Set<import("ws").WebSocket>>} */
const rooms = new Map();
const server = new WebSocketServer({
  host: "127.0.0.1",
  port: 0,
  perMessageDeflate: false,
});
server.on("connection", (socket, request) => {
  const name = request.url ?? "";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  const document = documents.get(name);
  if (document) socket.send(document);
  socket.on("message", (data, isBinary) => {
    if (data.length > LONG_BYTES) documents.set(name, data);
    for (const other of room)
      if (other !== socket) other.send(data, { binary: isBinary });
  });
  socket.on("close", () => room.delete(socket));
});
server.on("listening", () => process.send?.({ port: server.address().port }));
