import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A line between a client and a server that can be cut, silenced, stalled and slowed down. */
export class TcpProxy {
  readonly #server = createServer((client) => this.#accept(client));
  readonly #pairs = new Set<readonly Socket[]>();
  readonly #targetPort: number;
  #isCut = false;
  #isSilent = false;
  #isStalled = false;
  #delay = 0;

  private constructor(targetPort: number) {
    this.#targetPort = targetPort;
  }

  /** Resolves with a line to a server on this machine. */
  static async to(targetPort: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(targetPort);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ends all connections at once, without a word of the protocols above, and lets nobody in until `mend`. */
  cut(): void {
    this.#isCut = true;
    this.#destroyAll();
  }

  /** Ends all connections at once; whoever comes again gets in. */
  cutOnce(): void {
    this.#destroyAll();
  }

  /** Swallows all that is sent either way over the connections that there are and new ones, which stay open. */
  silence(): void {
    this.#isSilent = true;
  }

  /** Takes nothing more from either side, so that it piles up there, until `mend`. */
  stall(): void {
    this.#isStalled = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** Lets everything through again. What was swallowed is gone: connections from before are of no use any more. */
  mend(): void {
    this.#isCut = false;
    this.#isSilent = false;
    this.#isStalled = false;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  /** @param milliseconds How long everything is on its way from now on. */
  slowDown(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  async close(): Promise<void> {
    this.#destroyAll();
    this.#server.close();
    await once(this.#server, "close");
  }

  #accept(client: Socket): void {
    // So that whoever connects sees a reset, as of a host that is gone.
    if (this.#isCut) return void client.resetAndDestroy();
    const target = connect(this.#targetPort, "127.0.0.1");
    const pair = [client, target] as const;
    this.#pairs.add(pair);
    this.#carry(client, target);
    this.#carry(target, client);
    for (const socket of pair) {
      socket.on("error", () => {});
      socket.on("close", () => {
        this.#pairs.delete(pair);
        for (const end of pair) end.destroy();
      });
    }
  }

  #carry(from: Socket, to: Socket): void {
    from.setNoDelay(true);
    if (this.#isStalled) from.pause();
    from.on("data", (bytes) => {
      if (this.#isSilent) return;
      const pass = () => {
        if (!to.destroyed) to.write(bytes);
      };
      if (this.#delay === 0) pass();
      // Timers of one length go off in the order in which they were set.
      else setTimeout(pass, this.#delay);
    });
  }

  #destroyAll(): void {
    for (const pair of this.#pairs)
      for (const socket of pair) socket.resetAndDestroy();
  }
}
