import { percentile } from "../../storage/report";
import type { Outcome } from "../session";

/** All that was measured. */
export class Results {
  /** Of each size, page and workload the outcome of each run. */
  readonly #outcomes = new Map<string, Outcome[]>();
  readonly #names = new Set<string>();

  add(size: number, name: string, outcomes: ReadonlyMap<string, Outcome>) {
    this.#names.add(name);
    for (const [workload, outcome] of outcomes) {
      const key = keyOf(size, name, workload);
      this.#outcomes.set(key, [...(this.#outcomes.get(key) ?? []), outcome]);
    }
  }

  get names(): readonly string[] {
    return [...this.#names];
  }

  /** The median of the runs that have one. */
  median(
    size: number,
    name: string,
    workload: string,
    figure: string,
  ): number | undefined {
    const values = (this.#outcomes.get(keyOf(size, name, workload)) ?? [])
      .map((outcome) =>
        typeof outcome === "string" ? undefined : outcome[figure],
      )
      .filter((value) => value !== undefined);
    return values.length === 0 ? undefined : percentile(values, 50);
  }

  /** Why a workload has no figures; undefined when it has, or was not done. */
  failure(size: number, name: string, workload: string): string | undefined {
    const outcomes = this.#outcomes.get(keyOf(size, name, workload)) ?? [];
    const reasons = outcomes.filter((outcome) => typeof outcome === "string");
    return reasons.length < outcomes.length ? undefined : reasons[0];
  }

  toJson(): string {
    return JSON.stringify(Object.fromEntries(this.#outcomes), null, 1);
  }
}

const keyOf = (size: number, name: string, workload: string) =>
  `${size} ${name} ${workload}`;
