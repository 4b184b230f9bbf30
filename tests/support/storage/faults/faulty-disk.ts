import { rm, writeFile } from "node:fs/promises";
import Database from "better-sqlite3";
import type { BoardStorage } from "@/server/storage/board-storage";
import { dataFiles } from "@/server/storage/data-folder";
import { bundleForNode } from "../../../../scripts/lib/bundle-for-node.mjs";
import { openTestStorage } from "../open-test-storage";
import { temporaryFolder } from "../temporary-folder";
import { type Fault, faultFile } from "./fault";

/** A data folder whose disk fails when the test says so, with SQLite's adapter on it. */
export class FaultyDisk {
  readonly #dataDir: string;
  #lock: Database.Database | undefined;

  private constructor(
    dataDir: string,
    readonly storage: BoardStorage,
  ) {
    this.#dataDir = dataDir;
  }

  static async open(): Promise<FaultyDisk> {
    const dataDir = await temporaryFolder();
    const workerUrl = await bundleForNode(
      "tests/support/storage/faults/faulty-worker.ts",
    );
    return new FaultyDisk(
      dataDir,
      await openTestStorage(dataDir, { workerUrl }),
    );
  }

  /** "locked" is a second connection that does not let go. */
  async break(fault: Fault | "locked"): Promise<void> {
    if (fault !== "locked") return writeFile(faultFile(this.#dataDir), fault);
    this.#lock = new Database(dataFiles(this.#dataDir).database);
    this.#lock.exec("BEGIN IMMEDIATE");
  }

  async mend(): Promise<void> {
    this.#lock?.close();
    await rm(faultFile(this.#dataDir), { force: true });
  }

  /** The numbers of the updates that are on the disk, as any program would read them. */
  storedSeqs(room: string): number[] {
    const database = new Database(dataFiles(this.#dataDir).database, {
      readonly: true,
    });
    try {
      return database
        .prepare("select seq from updates where room = ? order by seq")
        .pluck()
        .all(room) as number[];
    } finally {
      database.close();
    }
  }
}
