import { Server } from "@hocuspocus/server";

// The minimal server of its README, without persistence.

const server = new Server({
  address: "127.0.0.1",
  port: 0,
  quiet: true,
  websocketOptions: { perMessageDeflate: false },
});
await server.listen();
process.send?.({ port: server.address.port });
