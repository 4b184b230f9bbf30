import { WebSocketServer } from "ws";

// The least that a server of rooms can do: whatever one sends is sent on at once to all the others, unread.

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
  socket.on("message", (data, isBinary) => {
    for (const other of room)
      if (other !== socket) other.send(data, { binary: isBinary });
  });
  socket.on("close", () => room.delete(socket));
});
server.on("listening", () => process.send?.({ port: server.address().port }));
