import { createServer } from "node:http";
import { Server } from "socket.io";

// A relay as its users write it: one room, and every message to all the others in it. Over WebSockets alone.

const http = createServer();
const io = new Server(http, {
  transports: ["websocket"],
  perMessageDeflate: false,
});
io.on("connection", (socket) => {
  const room = String(socket.handshake.query["room"]);
  void socket.join(room);
  socket.on("said", (said) => void socket.to(room).emit("said", said));
});
http.listen(0, "127.0.0.1", () =>
  process.send?.({ port: http.address().port }),
);
