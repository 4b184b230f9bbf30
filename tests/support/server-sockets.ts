import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Node tells there of each socket that a server of this process has accepted. */
const CHANNEL = "net.server.socket";

/** The sockets that servers of this process accept from now on, until the test has ended. */
export class ServerSockets {
  readonly #sockets = new Set<Socket>();

  constructor() {
    const note = (message: unknown) =>
      this.#sockets.add((message as { socket: Socket }).socket);
    subscribe(CHANNEL, note);
    onTestFinished(() => void unsubscribe(CHANNEL, note));
  }

  /** The most bytes that wait now for one of those who came by `port`. */
  mostWaiting(port: number): number {
    let most = 0;
    for (const { localPort, writableLength } of this.#sockets)
      if (localPort === port) most = Math.max(most, writableLength);
    return most;
  }
}
