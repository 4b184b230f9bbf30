import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { asBoardId } from "@/core/base/ids";
import type { BoardStorage } from "@/server/storage/board-storage";
import { dataFiles } from "@/server/storage/data-folder";
import type { CommitTiming } from "@/server/storage/commit-timing";
import {
  openSqliteStorage,
  type SqliteStorageOptions,
} from "@/server/storage/sqlite/open-sqlite-storage";
import { bundleForNode } from "../../scripts/lib/bundle-for-node.mjs";
import { documentOf } from "../support/storage/document-of";
import type { Fault } from "../support/storage/faults/fault";
import { FaultyDisk } from "../support/storage/faults/faulty-disk";
import {
  bundleStorageWorker,
  openTestStorage,
} from "../support/storage/open-test-storage";
import { sampleRoom, sampleUpdate } from "../support/storage/sample-data";
import { temporaryFolder } from "../support/storage/temporary-folder";
import { updatesOfTyping } from "../support/storage/typing";

const plans = asBoardId("plans");

test("a board is opened before all searches are done that were begun before", async () => {
  const storage = await open(await temporaryFolder());
  await storage.createRoom(sampleRoom("plans"));
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);

  const searches = Array.from({ length: 5 }, () =>
    storage.search(plans, "nothing", { limit: 10 }).then(note("search")),
  );
  await Promise.all([...searches, storage.load(plans).then(note("load"))]);

  expect(done.indexOf("load")).toBeLessThanOrEqual(1);
});

describe("the data folder of SqliteBoardStorage", () => {
  test("belongs to one storage at a time", async () => {
    const dataDir = await temporaryFolder();
    const first = await open(dataDir);

    await expect(open(dataDir)).rejects.toThrow(inUse(dataDir));

    await first.createRoom(sampleRoom("plans"));
    await first.close();
    const second = await open(dataDir);
    expect((await second.load(plans))?.room).toEqual(sampleRoom("plans"));
  });

  test("belongs to one process at a time, until it is killed", async () => {
    const dataDir = await temporaryFolder();
    const holder = await holdInOtherProcess(dataDir);

    await expect(open(dataDir)).rejects.toThrow(inUse(dataDir));

    await holder.kill();
    await open(dataDir);
  });

  test("can be copied by others while it is held", async () => {
    const dataDir = await temporaryFolder();
    const storage = await open(dataDir);
    await storage.createRoom(sampleRoom("plans"));
    const copy = `${dataDir}/copy.sqlite`;

    const backup = new Database(dataFiles(dataDir).database);
    backup.prepare("vacuum into ?").run(copy);
    backup.close();

    const copied = new Database(copy);
    onTestFinished(() => void copied.close());
    expect(copied.prepare("select id from rooms").pluck().all()).toEqual([
      "plans",
    ]);
  });

  test("is left alone, and unlocked, when a newer Boardwalk has written it", async () => {
    const dataDir = await temporaryFolder();
    await (await open(dataDir)).close();
    const database = new Database(dataFiles(dataDir).database);
    database.exec("insert into kysely_migration values ('9999-new', '2100')");
    database.close();

    const refusal =
      /was written by a newer Boardwalk: start that version, or restore a backup made with this one\.$/;
    await expect(open(dataDir)).rejects.toThrow(refusal);
    await expect(open(dataDir)).rejects.toThrow(refusal);
  });

  test("is refused when its database is something else", async () => {
    const dataDir = await temporaryFolder();
    await writeFile(dataFiles(dataDir).database, "not a database ".repeat(100));

    await expect(open(dataDir)).rejects.toThrow(
      /^The database ".*" cannot be opened \(file is not a database\): repair the disk or the file's access rights, or restore a backup\.$/,
    );
  });
});

describe("the workers of SqliteBoardStorage", () => {
  test("put the writes of all rooms into few commits, and time them", async () => {
    const commits: CommitTiming[] = [];
    const onCommit = (commit: CommitTiming) => commits.push(commit);
    const storage = await open(await temporaryFolder(), { onCommit });

    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const room = sampleRoom(`room-${index}`);
        const created = storage.createRoom(room);
        const bytes = Uint8Array.of(index);
        await storage.append(room.id, sampleUpdate(1, bytes));
        await created;
      }),
    );

    expect(commits.map(({ writes }) => writes)).toEqual([200]);
    expect(commits[0]!.milliseconds).toBeGreaterThan(0);
  });

  test("that die take the storage with them, and it says so", async () => {
    const onFailure = vi.fn();
    const storage = await openSqliteStorage({
      dataDir: await temporaryFolder(),
      workerUrl: workerThatDies(),
      onFailure,
    });
    const death = /^The storage has ended \(exit code 9\)/;

    const waiting = [sampleRoom("a"), sampleRoom("b")].map((room) =>
      storage.createRoom(room),
    );
    for (const write of waiting) await expect(write).rejects.toThrow(death);

    await expect(storage.createRoom(sampleRoom("c"))).rejects.toThrow(death);
    expect(onFailure).toHaveBeenCalledOnce();
    await storage.close();
  });
});

describe("a long log that no snapshot covers", () => {
  const words = Array.from({ length: 2_001 }, (_, i) => `${i} `);

  test("is folded before it is loaded", async () => {
    const storage = await open(await temporaryFolder());
    await typeInto(storage, words);

    const board = await storage.load(plans);

    expect(board?.snapshot?.seq).toBe(words.length);
    expect(board?.updates).toEqual([]);
    expect(documentOf(board).getText("words").toString()).toBe(words.join(""));
  });

  test("is loaded as it is from a disk that takes no snapshot", async () => {
    const disk = await FaultyDisk.open();
    onTestFinished(() => disk.storage.close());
    await typeInto(disk.storage, words);
    await disk.break("cannot sync");

    const board = await disk.storage.load(plans);

    expect(board?.snapshot).toBeUndefined();
    expect(documentOf(board).getText("words").toString()).toBe(words.join(""));
  });
});

describe("a probe of the disk", () => {
  test.each<Fault | "locked">([
    "full",
    "read-only",
    "locked",
    "cannot sync",
    "half-way",
    "kept, but told otherwise",
  ])("fails while it is %s, and not when it is well", async (fault) => {
    const disk = await FaultyDisk.open();
    onTestFinished(() => disk.storage.close());

    await disk.break(fault);
    await expect(disk.storage.probe()).rejects.toThrow();

    await disk.mend();
    await disk.storage.probe();
  });

  test("is answered only once a silent disk is well", async () => {
    const disk = await FaultyDisk.open();
    onTestFinished(() => disk.storage.close());
    await disk.break("silent");
    let isAnswered = false;
    const probe = disk.storage.probe().then(() => (isAnswered = true));

    await setTimeout(100);
    expect(isAnswered).toBe(false);

    await disk.mend();
    await probe;
  });

  test("leaves nothing behind", async () => {
    const dataDir = await temporaryFolder();
    const storage = await open(dataDir);
    await storage.probe();
    await storage.probe();

    const database = new Database(dataFiles(dataDir).database);
    onTestFinished(() => void database.close());
    expect(database.prepare("select id from rooms").all()).toEqual([]);
  });
});

async function typeInto(
  storage: BoardStorage,
  words: readonly string[],
): Promise<void> {
  await storage.createRoom(sampleRoom("plans"));
  await Promise.all(
    updatesOfTyping(words).map((bytes, i) =>
      storage.append(plans, sampleUpdate(i + 1, bytes)),
    ),
  );
}

/** Opens SQLite's adapter until the end of the test. */
async function open(
  dataDir: string,
  options: Partial<SqliteStorageOptions> = {},
): Promise<BoardStorage> {
  const storage = await openTestStorage(dataDir, options);
  onTestFinished(() => storage.close());
  return storage;
}

function inUse(dataDir: string): string {
  return `The data folder "${dataDir}" is in use by another Boardwalk: stop that one, or set DATA_DIR to another folder.`;
}

/** Resolves once another process has opened the folder. */
async function holdInOtherProcess(dataDir: string) {
  const program = await bundleForNode(
    "tests/support/storage/hold-data-folder.ts",
  );
  const worker = await bundleStorageWorker();
  const child = spawn(
    process.execPath,
    [fileURLToPath(program), dataDir, worker.href],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  onTestFinished(kill);
  await once(child.stdout, "data");
  return { kill };
}

/** A worker that starts, ends like any other, and dies of everything else it is asked. */
function workerThatDies(): URL {
  const source = `
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ number, call }) => {
      if (call !== "close") process.exit(9);
      parentPort.postMessage({ number });
      parentPort.close();
    });
    parentPort.postMessage({ number: 0 });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
