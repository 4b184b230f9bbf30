import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { Random } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import { splitIntoChunks } from "@/core/protocol/chunks";
import { CloseCode, isPermanent } from "@/core/protocol/close-codes";
import { backoffDelay } from "./backoff";
import type { ConnectionStatus } from "./connection-status";
import type { OpenSocket, Socket } from "./socket";

/** A server that has not answered by then is tried again. */
const CONNECT_TIMEOUT_MS = 10_000;
/** The server says something at least every 15 s: after this much silence it is asked, */
const PROBE_AFTER_MS = 16_000;
/** and after this much the line is taken for dead, */
const DEAD_AFTER_MS = 25_000;
/** or when it has not answered a question for this long. */
const ANSWER_TIMEOUT_MS = 5_000;
const WATCH_INTERVAL_MS = 1_000;
/** What browsers call a line that went without a word. */
const NO_ANSWER = 1006;
/** A connection that has lived so long was a good one: the delays after the next cut begin anew. */
const PROVEN_AFTER_MS = 10_000;

export interface ConnectionOptions {
  /** Asked at each attempt, since the room's epoch becomes known only after the first. */
  readonly url: () => string;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
  /** The socket is open: the handshake may be sent. */
  readonly onOpen: () => void;
  readonly onMessage: (message: Uint8Array) => void;
  /** The socket is gone, for whatever reason. Called once for every `onOpen`. */
  readonly onCut: () => void;
  /** The line has been silent for long: say something that the server answers. */
  readonly onSilence: () => void;
  /** The server has refused for good: says whether what it refused is put right, so that coming again at once helps. Default: never. */
  readonly putsRight?: (code: number) => boolean;
}

/**
 * Keeps one WebSocket to the room open: connects, watches that the line lives, and comes back after a cut with growing, random
 * delays. The states are drawn in `connection-status.ts`. Carries messages without looking into them.
 */
export class Connection {
  readonly #status = createStore<ConnectionStatus>({
    state: "offline",
    retryAt: undefined,
    cause: undefined,
  });
  readonly #options: ConnectionOptions;
  #socket: Socket | undefined;
  #socketLife = new Disposables();
  #cancelRetry: Dispose = () => {};
  #attempt = 0;
  /** The code that the last socket was closed with. */
  #cause: number | undefined;
  #isOpen = false;
  #lastHeard = 0;
  #hasProbed = false;
  /** Since when an answer has been owed. */
  #askedAt: number | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get status(): Store<ConnectionStatus> {
    return this.#status;
  }

  /** Connects now, whatever the state: also when the server has refused, or while a delay runs. */
  connect(): void {
    this.#drop();
    this.#cancelRetry();
    const { openSocket, url, clock } = this.#options;
    this.#status.set({ state: "connecting", cause: this.#cause });
    this.#socketLife.add(
      clock.after(CONNECT_TIMEOUT_MS, () => this.#cut(NO_ANSWER, "")),
    );
    this.#socket = openSocket(url(), {
      onOpen: () => this.#opened(),
      onMessage: (message) => this.#received(message),
      onClose: (code, reason) => this.#cut(code, reason),
    });
  }

  /** Sends one protocol message, in chunks if it is long. Says false, and does nothing, while the socket is not open. */
  send(message: Uint8Array): boolean {
    const socket = this.#socket;
    if (!socket || !this.#isOpen) return false;
    return splitIntoChunks(message).every((part) => socket.send(part));
  }

  /** Says that what was just sent is answered at once by a server that lives. */
  expectAnswer(): void {
    this.#askedAt ??= this.#options.clock.now();
  }

  /** Tells that the first sync is done. */
  markLive(): void {
    if (this.#status.get().state !== "syncing") return;
    this.#socketLife.add(
      this.#options.clock.after(PROVEN_AFTER_MS, () => (this.#attempt = 0)),
    );
    this.#cause = undefined;
    this.#status.set({ state: "live" });
  }

  /** Checks the line at once: the network came back, or the page became visible after a sleep. */
  probe(): void {
    const { state } = this.#status.get();
    if (state === "offline") this.connect();
    else if (this.#isOpen) this.#options.onSilence();
  }

  /** Gives this connection up and comes back on a new one: what was received on it cannot be relied on. */
  reset(): void {
    if (this.#isOpen) this.#cut(CloseCode.serverError, "");
  }

  /** Ends the connection as it is refused by the server: with no further attempt until `connect` is called. */
  refuse(code: number, reason: string): void {
    this.#drop();
    this.#cancelRetry();
    this.#status.set({ state: "refused", code, reason });
  }

  dispose(): void {
    this.#drop();
    this.#cancelRetry();
    this.#status.set({
      state: "offline",
      retryAt: undefined,
      cause: undefined,
    });
  }

  #opened(): void {
    this.#socketLife.dispose();
    this.#socketLife = new Disposables();
    this.#isOpen = true;
    this.#heard();
    this.#socketLife.add(
      this.#options.clock.every(WATCH_INTERVAL_MS, () => this.#watch()),
    );
    this.#status.set({ state: "syncing" });
    this.#options.onOpen();
  }

  #received(message: Uint8Array): void {
    this.#heard();
    this.#options.onMessage(message);
  }

  #heard(): void {
    this.#lastHeard = this.#options.clock.now();
    this.#hasProbed = false;
    this.#askedAt = undefined;
  }

  #watch(): void {
    const now = this.#options.clock.now();
    const silence = now - this.#lastHeard;
    const isOverdue = now - (this.#askedAt ?? now) >= ANSWER_TIMEOUT_MS;
    if (isOverdue || (silence >= DEAD_AFTER_MS && this.#hasProbed))
      return this.#cut(NO_ANSWER, "");
    if (silence < PROBE_AFTER_MS || this.#hasProbed) return;
    this.#hasProbed = true;
    this.#options.onSilence();
  }

  #cut(code: number, reason: string): void {
    this.#drop();
    this.#cause = code;
    if (isPermanent(code)) {
      if (this.#options.putsRight?.(code)) return this.connect();
      return this.refuse(code, reason);
    }
    const delay =
      code === CloseCode.restart
        ? restartDelay(reason, this.#options.random)
        : backoffDelay(this.#attempt, this.#options.random);
    this.#attempt += 1;
    const { clock } = this.#options;
    const retryAt = clock.now() + delay;
    this.#status.set({ state: "offline", retryAt, cause: code });
    this.#cancelRetry = clock.after(delay, () => this.connect());
  }

  /** Lets go of the socket. Its later events reach nobody. */
  #drop(): void {
    this.#socketLife.dispose();
    this.#socketLife = new Disposables();
    this.#socket?.close();
    this.#socket = undefined;
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#options.onCut();
  }
}

/** A restarting server names the milliseconds over which its members are to come back. */
function restartDelay(reason: string, random: Random): number {
  const spread = Number(/\bspread=(\d{1,6})\b/.exec(reason)?.[1] ?? 1000);
  return Math.round(random.next() * spread);
}
