import type { Clock } from "@/core/base/clock";
import { systemClock } from "@/core/base/clock";
import { WorkerHandle } from "../../workers/worker-handle";
import type { BoardStorage } from "../board-storage";
import type { CommitTiming } from "../commit-timing";
import { prepareDataFolder } from "../data-folder";
import { GroupCommit } from "./group-commit";
import { SqliteBoardStorage } from "./sqlite-storage";
import type {
  CommitReport,
  ReaderCalls,
  WorkerSetup,
  Write,
  WriterCalls,
} from "./worker-messages";

export interface SqliteStorageOptions {
  /** Made when it is absent; belongs to this storage alone until it is closed. */
  readonly dataDir: string;
  /** `sqlite-worker.ts`, bundled as JavaScript. */
  readonly workerUrl: URL;
  /** Paces the commits. Default: the system's clock. */
  readonly clock?: Clock | undefined;
  /** Called after each commit that was kept, for the metrics. */
  readonly onCommit?: ((commit: CommitTiming) => void) | undefined;
  /** Called after each commit of which nothing was kept. */
  readonly onCommitFailed?: ((error: unknown) => void) | undefined;
  /** Called when a worker dies: from then on calls are refused, and only a new process helps. */
  readonly onFailure?: ((error: Error) => void) | undefined;
}

/**
 * Opens the boards of a data folder. Rejects with one sentence that tells the operator what to do when the folder
 * cannot be written, another process has it, or its database cannot be read.
 */
export async function openSqliteStorage(
  options: SqliteStorageOptions,
): Promise<BoardStorage> {
  const { dataDir, clock = systemClock } = options;
  await prepareDataFolder(dataDir);
  const writer = await WorkerHandle.start<WriterCalls>(
    workerStart("writer", options),
  );
  try {
    const reader = await WorkerHandle.start<ReaderCalls>(
      workerStart("reader", options),
    );
    const commits = new GroupCommit(commitBy(writer, options), clock);
    return new SqliteBoardStorage({ writer, reader, commits });
  } catch (error) {
    await writer.stop();
    throw error;
  }
}

/** Has batches committed by the worker, and tells how that went. */
function commitBy(
  writer: WorkerHandle<WriterCalls>,
  { onCommit, onCommitFailed }: SqliteStorageOptions,
) {
  return async (writes: readonly Write[]): Promise<CommitReport> => {
    try {
      const report = await writer.call("commit", writes);
      onCommit?.({ writes: writes.length, milliseconds: report.milliseconds });
      return report;
    } catch (error) {
      onCommitFailed?.(error);
      throw error;
    }
  };
}

function workerStart(
  role: WorkerSetup["role"],
  { dataDir, workerUrl, onFailure }: SqliteStorageOptions,
) {
  return {
    name: "storage",
    workerUrl,
    setup: { role, dataDir } satisfies WorkerSetup,
    onDeath: (error: Error) => onFailure?.(error),
  };
}
