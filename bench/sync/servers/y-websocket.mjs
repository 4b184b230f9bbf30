import { createServer } from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";

// The reference server as its README embeds it, without persistence. Its own command would take ws 6.

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
server.on("connection", setupWSConnection);
http.listen(0, "127.0.0.1", () =>
  process.send?.({ port: http.address().port }),
);
