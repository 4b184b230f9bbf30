import type { Sample } from "./metrics";

/** How often something measured how much. To be added to the metrics with type `histogram`. */
export class Histogram {
  readonly #bounds: readonly number[];
  /** For each bound how many were at most that much and more than the bound before; the last for those above all bounds. */
  readonly #counts: number[];
  #sum = 0;

  /** @param bounds By rising size. */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(value: number): void {
    const place = this.#bounds.findIndex((bound) => value <= bound);
    this.#counts[place < 0 ? this.#bounds.length : place]! += 1;
    this.#sum += value;
  }

  /** What `Metric.read` is to return. */
  *read(): Iterable<Sample> {
    let count = 0;
    for (const [i, inBucket] of this.#counts.entries()) {
      count += inBucket;
      const le = String(this.#bounds[i] ?? "+Inf");
      yield { suffix: "_bucket", labels: { le }, value: count };
    }
    yield { suffix: "_sum", value: this.#sum };
    yield { suffix: "_count", value: count };
  }
}
