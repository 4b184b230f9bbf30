import type { BoardStorage } from "@/server/storage/board-storage";
import {
  openSqliteStorage,
  type SqliteStorageOptions,
} from "@/server/storage/sqlite/open-sqlite-storage";
import { bundleForNode } from "../../../scripts/lib/bundle-for-node.mjs";

/** The storage's worker, bundled from the sources. */
export function bundleStorageWorker(): Promise<URL> {
  return bundleForNode("server/storage/sqlite/sqlite-worker.ts");
}

/** SQLite's adapter on a data folder. */
export async function openTestStorage(
  dataDir: string,
  options: Partial<SqliteStorageOptions> = {},
): Promise<BoardStorage> {
  const workerUrl = await bundleStorageWorker();
  return openSqliteStorage({ dataDir, workerUrl, ...options });
}
