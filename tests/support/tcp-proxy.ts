import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Which way something goes. */
export type Direction = "up" | "down";

/** The two ends of one connection. */
interface Pair {
  readonly ends: readonly Socket[];
  /** Whether something of what was sent over it is lost: nothing after that may come through, as a TCP line never has a gap. */
  hasLost: boolean;
}

/** A line between a client and a server that can be cut, silenced, stalled and slowed down. */
export class TcpProxy {
  readonly #server = createServer((client) => this.#accept(client));
  readonly #pairs = new Set<Pair>();
  readonly #targetPort: number;
  #isCut = false;
  #isSilent = false;
  #isStalled = false;
  readonly #delay: Record<Direction, number> = { up: 0, down: 0 };

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

  /** Ends the connections of which something was swallowed, as a network does that has forgotten them. */
  cutSilenced(): void {
    for (const { ends, hasLost } of this.#pairs)
      if (hasLost) for (const end of ends) end.resetAndDestroy();
  }

  /** Swallows all that is sent either way over the connections that there are and new ones, which stay open. */
  silence(): void {
    this.#isSilent = true;
  }

  /** Takes nothing more from either side, so that it piles up there, until `mend`. */
  stall(): void {
    this.#isStalled = true;
    for (const { ends } of this.#pairs) for (const end of ends) end.pause();
  }

  /** Lets everything through again, at full speed. A connection of which something was swallowed stays silent for good. */
  mend(): void {
    this.#isCut = false;
    this.#isSilent = false;
    this.#isStalled = false;
    this.slowDown(0);
    for (const { ends } of this.#pairs) for (const end of ends) end.resume();
  }

  /**
   * @param milliseconds How long everything is on its way from now on.
   * @param directions Default: both.
   */
  slowDown(
    milliseconds: number,
    directions: readonly Direction[] = ["up", "down"],
  ): void {
    for (const direction of directions) this.#delay[direction] = milliseconds;
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
    const pair: Pair = { ends: [client, target], hasLost: false };
    this.#pairs.add(pair);
    this.#carry(pair, "up", client, target);
    this.#carry(pair, "down", target, client);
    for (const end of pair.ends) {
      end.on("error", () => {});
      end.on("close", () => {
        this.#pairs.delete(pair);
        for (const each of pair.ends) each.destroy();
      });
    }
  }

  #carry(pair: Pair, direction: Direction, from: Socket, to: Socket): void {
    const underway: Buffer[] = [];
    const passNext = () => {
      const bytes = underway.shift();
      if (bytes && !to.destroyed) to.write(bytes);
    };
    from.setNoDelay(true);
    if (this.#isStalled) from.pause();
    from.on("data", (bytes) => {
      pair.hasLost ||= this.#isSilent;
      if (pair.hasLost) return;
      underway.push(bytes);
      const delay = this.#delay[direction];
      // On a line that has just become faster nothing overtakes: whichever timer goes off takes what was sent first.
      if (delay === 0 && underway.length === 1) passNext();
      else setTimeout(passNext, delay);
    });
  }

  #destroyAll(): void {
    for (const { ends } of this.#pairs)
      for (const end of ends) end.resetAndDestroy();
  }
}
