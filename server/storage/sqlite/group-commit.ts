import type { Clock } from "@/core/base/clock";
import type {
  CommitReport,
  Write,
  WriteOutcome,
  WriteResult,
  WriteResults,
} from "./worker-messages";

/**
 * Milliseconds from the start of one commit to the start of the next, at least. A disk syncs in a fraction of one;
 * without a pause a busy server would sync thousands of times a second, for a few writes each.
 */
const COMMIT_INTERVAL = 3;

interface WaitingWrite {
  readonly write: Write;
  readonly resolve: (result: WriteResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Gathers the writes of all rooms into one commit at a time.
 *
 *     idle ── add ──> committing ── ended, none gathered ──> idle
 *                      │      ^
 *                      └──────┘  ended, writes gathered meanwhile: they are the next batch
 *
 * A write that finds it idle is committed at once, with whatever else is added in the same turn.
 */
export class GroupCommit {
  readonly #commit: (writes: readonly Write[]) => Promise<CommitReport>;
  readonly #clock: Clock;
  #gathered: WaitingWrite[] = [];
  #isCommitting = false;

  /** @param commit Rejects when nothing of the batch was kept: then every write in it is rejected. */
  constructor(
    commit: (writes: readonly Write[]) => Promise<CommitReport>,
    clock: Clock,
  ) {
    this.#commit = commit;
    this.#clock = clock;
  }

  /** Resolves once the write is committed. Writes are applied in the order in which they were added. */
  add<Kind extends Write["kind"]>(
    write: Extract<Write, { kind: Kind }>,
  ): Promise<WriteResults[Kind]> {
    const committed = new Promise<WriteResult>((resolve, reject) => {
      this.#gathered.push({ write, resolve, reject });
    });
    if (!this.#isCommitting) {
      this.#isCommitting = true;
      queueMicrotask(() => void this.#commitUntilIdle());
    }
    // The worker answers each write with the result of its kind.
    return committed as Promise<WriteResults[Kind]>;
  }

  async #commitUntilIdle(): Promise<void> {
    while (this.#gathered.length > 0) {
      const batch = this.#gathered;
      this.#gathered = [];
      const interval = new Promise<void>((resolve) => {
        this.#clock.after(COMMIT_INTERVAL, resolve);
      });
      await this.#commitBatch(batch);
      await interval;
    }
    this.#isCommitting = false;
  }

  async #commitBatch(batch: readonly WaitingWrite[]): Promise<void> {
    try {
      const { outcomes } = await this.#commit(batch.map(({ write }) => write));
      batch.forEach((waiting, index) => settle(waiting, outcomes[index]));
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      for (const { reject } of batch) reject(reason);
    }
  }
}

function settle(
  { resolve, reject }: WaitingWrite,
  outcome: WriteOutcome | undefined,
): void {
  if (!outcome) reject(new Error("The write was not answered."));
  else if ("refusal" in outcome) reject(new Error(outcome.refusal));
  else resolve(outcome.result);
}
