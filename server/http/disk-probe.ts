import type { Clock } from "@/core/base/clock";
import { within } from "@/core/base/within";

/** An answer is good for so long, however often it is asked for. */
const FRESH_MS = 3_000;
/** A disk that has not taken a small write by then counts as one that fails. */
const TIMEOUT_MS = 2_000;

export interface DiskProbeOptions {
  readonly clock: Clock;
  /** Writes a little. Rejects when the disk did not take it. */
  readonly write: () => Promise<void>;
}

interface Finding {
  readonly at: number;
  /** Undefined when all is well. */
  readonly problem: string | undefined;
}

/** Finds out whether the disk takes writes, by one small write at a time and not too often. */
export class DiskProbe {
  readonly #options: DiskProbeOptions;
  #last: Finding | undefined;
  /** The write that is not answered yet, and when it began. */
  #underWay:
    { readonly since: number; readonly end: Promise<void> } | undefined;

  constructor(options: DiskProbeOptions) {
    this.#options = options;
  }

  /** What is wrong with the disk; undefined when it takes writes. Resolves within 2 s, whatever the disk does. */
  async problem(): Promise<string | undefined> {
    const { clock } = this.#options;
    if (this.#last && clock.now() - this.#last.at < FRESH_MS)
      return this.#last.problem;
    this.#underWay ??= { since: clock.now(), end: this.#write() };
    const { since, end } = this.#underWay;
    await within(clock, Math.max(since + TIMEOUT_MS - clock.now(), 0), end);
    return this.#underWay ? "the storage does not answer" : this.#last?.problem;
  }

  async #write(): Promise<void> {
    let problem: string | undefined;
    try {
      await this.#options.write();
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    this.#last = { at: this.#options.clock.now(), problem };
    this.#underWay = undefined;
  }
}
