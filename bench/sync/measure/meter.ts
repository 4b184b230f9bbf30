/** Bins of this width, up to half a minute. */
const BIN_MS = 0.1;
const BINS = 300_000;
/** Messages of one sender that may be on their way; a power of two. */
const KEPT = 4096;

/** Counts what arrives, and how long after it was sent. Of a window: what was sent before it is passed over. */
export class Meter {
  readonly #sentAt: Float64Array;
  readonly #from: Int32Array;
  readonly #next: Int32Array;
  readonly #bins = new Uint32Array(BINS);
  #isOpen = false;
  sent = 0;
  delivered = 0;
  /** By `performance.now`. */
  lastArrival = 0;

  constructor(senders: number) {
    this.#sentAt = new Float64Array(senders * KEPT);
    this.#from = new Int32Array(senders);
    this.#next = new Int32Array(senders);
  }

  /** From now on it counts. */
  open(): void {
    this.#isOpen = true;
    this.#from.set(this.#next);
  }

  /** The number of the sender's next message, the first being 0. To be called right before it is sent. */
  nextOf(sender: number): number {
    const number = this.#next[sender]!++;
    this.#sentAt[sender * KEPT + (number % KEPT)] = performance.now();
    if (this.#isOpen) this.sent += 1;
    return number;
  }

  /** Message `number` of a sender has reached one of the others. */
  arrived(sender: number, number: number, now: number): void {
    this.lastArrival = now;
    if (!this.#isOpen || number < this.#from[sender]!) return;
    this.delivered += 1;
    const took = now - this.#sentAt[sender * KEPT + (number % KEPT)]!;
    this.#bins[Math.min(BINS - 1, Math.max(0, Math.floor(took / BIN_MS)))]! +=
      1;
  }

  /** Milliseconds that so many percent of the deliveries did not exceed. */
  latency(percent: number): number {
    let left = (percent / 100) * this.delivered;
    for (let bin = 0; bin < BINS; bin++) {
      left -= this.#bins[bin]!;
      if (left <= 0) return (bin + 1) * BIN_MS;
    }
    return NaN;
  }
}
