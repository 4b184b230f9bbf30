import type { Dispose } from "@/core/base/disposable";

/** How many of a kind each holder has open at the same time. */
export class OpenQuota<Holder> {
  readonly #limit: number;
  readonly #open = new Map<Holder, number>();

  /** @param limit Of one holder. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Counts one more, until the returned function is called; undefined when the holder has too many. */
  take(holder: Holder): Dispose | undefined {
    const open = this.#open.get(holder) ?? 0;
    if (open >= this.#limit) return undefined;
    this.#open.set(holder, open + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#giveBack(holder);
    };
  }

  #giveBack(holder: Holder): void {
    const open = (this.#open.get(holder) ?? 0) - 1;
    if (open > 0) this.#open.set(holder, open);
    else this.#open.delete(holder);
  }
}
