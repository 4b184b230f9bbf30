import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";

/** A line to a server on this machine that counts what it carries. */
export interface CountingLine {
  readonly port: number;
  /** Bytes that have been passed on so far, both ways together. */
  readonly carried: () => number;
}

/** Resolves once the line can be used. It lasts as long as the process. */
export async function openCountingLine(
  targetPort: number,
): Promise<CountingLine> {
  let carried = 0;
  const server = createServer((client) => {
    const target = connect(targetPort, "127.0.0.1");
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      from.setNoDelay(true);
      from.on("data", (bytes) => (carried += bytes.byteLength));
      from.on("error", () => to.destroy());
      from.pipe(to);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { port, carried: () => carried };
}
