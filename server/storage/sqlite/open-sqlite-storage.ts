import type { Clock } from "@/core/base/clock";
import { systemClock } from "@/core/base/clock";
import type { BoardStorage } from "../board-storage";
import { prepareDataFolder } from "../data-folder";
import { GroupCommit } from "./group-commit";
import { SqliteBoardStorage } from "./sqlite-storage";
import { WorkerHandle } from "./worker-handle";
import type { ReaderCalls, WorkerSetup, WriterCalls } from "./worker-messages";

export interface SqliteStorageOptions {
  /** Made when it is absent; belongs to this storage alone until it is closed. */
  readonly dataDir: string;
  /** `sqlite-worker.ts`, bundled as JavaScript. */
  readonly workerUrl: URL;
  /** Paces the commits. Default: the system's clock. */
  readonly clock?: Clock | undefined;
  /** Called after each commit that was kept, for the metrics. */
  readonly onCommit?: ((commit: CommitTiming) => void) | undefined;
  /** Called when a worker dies: from then on calls are refused, and only a new process helps. */
  readonly onFailure?: ((error: Error) => void) | undefined;
}

export interface CommitTiming {
  /** How many writes shared the commit. */
  readonly writes: number;
  /** What its transaction took, until the disk had it. */
  readonly milliseconds: number;
}

/**
 * Opens the boards of a data folder. Rejects with one sentence that tells the operator what to do when the folder
 * cannot be written, another process has it, or its database cannot be read.
 */
export async function openSqliteStorage(
  options: SqliteStorageOptions,
): Promise<BoardStorage> {
  const { dataDir, clock = systemClock, onCommit } = options;
  await prepareDataFolder(dataDir);
  const writer = await WorkerHandle.start<WriterCalls>(
    workerStart("writer", options),
  );
  try {
    const reader = await WorkerHandle.start<ReaderCalls>(
      workerStart("reader", options),
    );
    const commits = new GroupCommit(async (writes) => {
      const report = await writer.call("commit", writes);
      onCommit?.({ writes: writes.length, milliseconds: report.milliseconds });
      return report;
    }, clock);
    return new SqliteBoardStorage({ writer, reader, commits });
  } catch (error) {
    await writer.stop();
    throw error;
  }
}

function workerStart(
  role: WorkerSetup["role"],
  { dataDir, workerUrl, onFailure }: SqliteStorageOptions,
) {
  return {
    workerUrl,
    setup: { role, dataDir },
    onDeath: (error: Error) => onFailure?.(error),
  };
}
