import { ProtocolError } from "@/core/protocol/protocol-error";

type Work = () => Promise<void> | undefined | void;

export interface InOrderOptions {
  /** So many bytes may wait. */
  readonly maxBytes: number;
  /** Told of what goes wrong in work that had to wait. What waits behind it is dropped. */
  readonly onError: (error: unknown) => void;
}

interface Waiting {
  readonly work: Work;
  readonly bytes: number;
}

/** Does one member's work in the order in which it comes, though some of it takes several turns of the event loop. */
export class InOrder {
  readonly #options: InOrderOptions;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #isBusy = false;
  #atEnd: (() => void) | undefined;

  constructor(options: InOrderOptions) {
    this.#options = options;
  }

  /**
   * Does a piece of work: at once, and throws what it throws, when nothing is under way. Throws a ProtocolError when too much waits.
   *
   * @param bytes How much memory it holds while it waits.
   */
  do(work: Work, bytes = 0): void {
    if (!this.#isBusy) return this.#start(work);
    if (this.#waitingBytes + bytes > this.#options.maxBytes)
      throw new ProtocolError("TOO_MANY_MESSAGES");
    this.#waiting.push({ work, bytes });
    this.#waitingBytes += bytes;
  }

  /** Does a last piece of work after all others, also when those are dropped. */
  end(work: () => void): void {
    if (this.#isBusy) this.#atEnd = work;
    else work();
  }

  #start(work: Work): void {
    const rest = work();
    if (!rest) return;
    this.#isBusy = true;
    void this.#finish(rest);
  }

  async #finish(rest: Promise<void>): Promise<void> {
    try {
      await rest;
      for (let next = this.#take(); next; next = this.#take())
        await next.work();
    } catch (error) {
      this.#waiting = [];
      this.#waitingBytes = 0;
      this.#options.onError(error);
    }
    this.#isBusy = false;
    this.#atEnd?.();
  }

  #take(): Waiting | undefined {
    const next = this.#waiting.shift();
    this.#waitingBytes -= next?.bytes ?? 0;
    return next;
  }
}
