/** Ends what a subscription, a timer or a connection began. Calling it twice does no harm. */
export type Dispose = () => void;

/** Collects what must be ended together, and ends it in the reverse order. */
export class Disposables {
  readonly #pending: Dispose[] = [];
  #isDisposed = false;

  /** Runs `dispose` with the others, or at once when they have already been ended. */
  add(dispose: Dispose): void {
    if (this.#isDisposed) dispose();
    else this.#pending.push(dispose);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (let next = this.#pending.pop(); next; next = this.#pending.pop())
      next();
  }
}
