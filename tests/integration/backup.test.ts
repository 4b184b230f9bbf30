import {
  cp,
  mkdir,
  readdir,
  readFile,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import type { StoredBoard } from "@/server/storage/board-storage";
import { boardwalk } from "../support/command";
import { RawClient } from "../support/raw-client";
import { startProcess } from "../support/server-process";
import { openTestStorage } from "../support/storage/open-test-storage";
import { temporaryFolder } from "../support/storage/temporary-folder";

const ROOMS = ["plans", "plans-2"].map(asBoardId);
const ASSET = Buffer.from(Array.from({ length: 5_000 }, (_, i) => i % 256));

describe("a backup", () => {
  test("that was made while people draw and talk is restored byte for byte", async () => {
    const DATA_DIR = await folderWithAssets();
    const file = await freshFile();
    const server = await startProcess({ DATA_DIR });
    const ada = await RawClient.join(`${server.syncUrl}/plans`);
    const ben = await RawClient.join(`${server.syncUrl}/plans-2`, "Ben");
    ada.doc.getMap("shapes").set("before", "x".repeat(100_000));
    ada.control({ kind: "chat", nonce: "1", text: "Kept" });
    ben.doc.getMap("shapes").set("before", 1);
    for (const person of [ada, ben]) await person.saved();
    await ada.until(() => ada.has("chat"));
    const before = await contentOf(DATA_DIR);

    const isDrawing = new AbortController();
    const drawing = keepDrawing(ben, isDrawing.signal);
    const made = await boardwalk(["backup", file], { DATA_DIR });
    isDrawing.abort();
    await drawing;
    expect(made).toMatchObject({ code: 0, errors: "" });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await server.end("SIGTERM")).toBe(0);

    const restored = await temporaryFolder();
    const done = await boardwalk(["restore", file], { DATA_DIR: restored });
    expect(done).toMatchObject({ code: 0, errors: "" });
    const after = await contentOf(restored);
    expect(after.get(ROOMS[0]!)).toEqual(before.get(ROOMS[0]!));
    // Of the one who went on drawing, all that was saved before, and a part of the rest without a gap.
    const [earlier, later] = [before, after].map((all) => all.get(ROOMS[1]!)!);
    expect(later!.board).toMatchObject({ room: earlier!.board.room });
    expect(later!.board.updates.slice(0, 1)).toEqual(earlier!.board.updates);
    expect(later!.board.updates.map(({ seq }) => seq)).toEqual(
      later!.board.updates.map((_, i) => i + 1),
    );
    for (const name of ["identity.json", "assets/ab/abcd"])
      expect(await readFile(path.join(restored, name))).toEqual(
        await readFile(path.join(DATA_DIR, name)),
      );
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)]);
  });

  test("knows people again by their cookies, and lets them go on", async () => {
    const DATA_DIR = await temporaryFolder();
    const first = await startProcess({ DATA_DIR });
    const cookie = await cookieFrom(first.url);
    const file = await freshFile();
    await boardwalk(["backup", file], { DATA_DIR });
    await first.end("SIGTERM");

    const restored = await temporaryFolder();
    await boardwalk(["restore", file], { DATA_DIR: restored });
    const second = await startProcess({ DATA_DIR: restored });

    expect(await cookieFrom(second.url, cookie)).toBe(cookie);
  });

  test("is not written over another, nor into the data folder", async () => {
    const DATA_DIR = await folderWithBoards();
    const file = await freshFile();
    await writeFile(file, "precious");

    const over = await boardwalk(["backup", file], { DATA_DIR });
    const inside = await boardwalk(["backup", `${DATA_DIR}/b.tar`], {
      DATA_DIR,
    });

    expect(over.code).toBe(1);
    expect(over.errors).toMatch(/is there already and is not overwritten/);
    expect(await readFile(file, "utf8")).toBe("precious");
    expect(inside.code).toBe(1);
    expect(inside.errors).toMatch(/lies in the data folder/);
    expect(await readdir(path.dirname(file))).toEqual(["backup.tar"]);
  });

  test("of a folder without boards is refused", async () => {
    const DATA_DIR = await temporaryFolder();
    const made = await boardwalk(["backup", await freshFile()], { DATA_DIR });

    expect(made.code).toBe(1);
    expect(made.errors).toMatch(/There are no boards in/);
  });
});

describe("a restore", () => {
  test("is refused while a server runs", async () => {
    const file = await backupOf(await folderWithBoards());
    const DATA_DIR = await temporaryFolder();
    const server = await startProcess({ DATA_DIR });

    const { code, errors } = await boardwalk(["restore", file, "--replace"], {
      DATA_DIR,
    });

    expect(code).toBe(1);
    expect(errors).toMatch(/is in use by another Boardwalk/);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test("is refused where something is, unless it may be put aside", async () => {
    const file = await backupOf(await folderWithBoards());
    const DATA_DIR = await folderWithBoards("other");

    const refused = await boardwalk(["restore", file], { DATA_DIR });
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/is not empty: add --replace/);
    expect((await roomsIn(DATA_DIR)).map(({ name }) => name)).toEqual([
      "other",
    ]);

    const replaced = await boardwalk(["restore", file, "--replace"], {
      DATA_DIR,
    });
    expect(replaced.code).toBe(0);
    expect((await roomsIn(DATA_DIR)).map(({ name }) => name)).toEqual([
      "plans",
    ]);
    const former = path.join(DATA_DIR, "before-restore-1");
    expect((await roomsIn(former)).map(({ name }) => name)).toEqual(["other"]);
  });

  test("keeps the epochs, or gives each room a new one", async () => {
    const from = await folderWithBoards("plans", "plans-2");
    const file = await backupOf(from);
    const [kept, renewed] = [await temporaryFolder(), await temporaryFolder()];

    await boardwalk(["restore", file], { DATA_DIR: kept });
    await boardwalk(["restore", file, "--new-epoch"], { DATA_DIR: renewed });

    const epochs = async (folder: string) =>
      (await roomsIn(folder)).map(({ epoch }) => epoch);
    expect(await epochs(kept)).toEqual(await epochs(from));
    const all = [...(await epochs(from)), ...(await epochs(renewed))];
    expect(new Set(all).size).toBe(4);
    const boards = async (folder: string) =>
      [...(await contentOf(folder)).values()].map(
        ({ board: { updates } }) => updates,
      );
    expect(await boards(renewed)).toEqual(await boards(from));
  });

  test("of a backup that is cut off or damaged leaves the folder as it was", async () => {
    const DATA_DIR = await folderWithBoards("other");
    const whole = await backupOf(await folderWithBoards());
    const { size } = await stat(whole);
    const damages: ((file: string) => Promise<void>)[] = [
      (file) => truncate(file, 0),
      (file) => truncate(file, 700),
      (file) => truncate(file, size - 2_000),
      async (file) => {
        const bytes = await readFile(file);
        bytes[5_000]! ^= 1;
        await writeFile(file, bytes);
      },
      (file) => writeFile(file, "no archive".repeat(100)),
    ];

    for (const damage of damages) {
      const file = await freshFile();
      await cp(whole, file);
      await damage(file);
      const { code, errors } = await boardwalk(["restore", file, "--replace"], {
        DATA_DIR,
      });
      expect(code).toBe(1);
      expect(errors).toMatch(/cannot be restored: /);
      expect((await roomsIn(DATA_DIR)).map(({ name }) => name)).toEqual([
        "other",
      ]);
    }
    expect(
      (await readdir(DATA_DIR)).filter((name) => name.startsWith(".")),
    ).toEqual([]);
  });

  test("that was interrupted after its commit is finished by the next start", async () => {
    const DATA_DIR = await folderWithBoards("other");
    const file = await backupOf(await folderWithBoards());
    const twin = await temporaryFolder();
    await boardwalk(["restore", file], { DATA_DIR: twin });
    // As it lies there between the commit and the first file that is put aside.
    await cp(twin, path.join(DATA_DIR, ".restore-ready/new"), {
      recursive: true,
    });

    const early = await boardwalk(["backup", await freshFile()], { DATA_DIR });
    expect(early.code).toBe(1);
    expect(early.errors).toMatch(/is under way or was interrupted/);
    const server = await startProcess({ DATA_DIR });
    expect(await server.end("SIGTERM")).toBe(0);

    expect((await roomsIn(DATA_DIR)).map(({ name }) => name)).toEqual([
      "plans",
    ]);
  });
});

async function keepDrawing(person: RawClient, signal: AbortSignal) {
  for (let i = 0; !signal.aborted; i++) {
    person.doc.getMap("shapes").set(`during-${i}`, i);
    await person.saved();
    // A barrier is a control message, of which nobody may send too many.
    await pass(30);
  }
}

async function freshFile(): Promise<string> {
  return path.join(await temporaryFolder(), "backup.tar");
}

async function backupOf(DATA_DIR: string): Promise<string> {
  const file = await freshFile();
  expect(await boardwalk(["backup", file], { DATA_DIR })).toMatchObject({
    code: 0,
  });
  return file;
}

async function folderWithAssets(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "assets/ab"), { recursive: true });
  await writeFile(path.join(folder, "assets/ab/abcd"), ASSET);
  return folder;
}

/** A data folder that a server has left, with a change in each room. */
async function folderWithBoards(...rooms: string[]): Promise<string> {
  const DATA_DIR = await temporaryFolder();
  const server = await startProcess({ DATA_DIR });
  for (const room of rooms.length > 0 ? rooms : ["plans"]) {
    const ada = await RawClient.join(`${server.syncUrl}/${room}`);
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();
  }
  expect(await server.end("SIGTERM")).toBe(0);
  return DATA_DIR;
}

/** All that a data folder holds of the rooms, with and without a server on it. */
async function contentOf(folder: string) {
  const copy = await temporaryFolder();
  // A folder of its own, since a server may have the other.
  for (const name of await readdir(folder))
    if (!name.startsWith("boardwalk.lock"))
      await cp(path.join(folder, name), path.join(copy, name), {
        recursive: true,
      });
  const storage = await openTestStorage(copy);
  const content = new Map<string, { board: StoredBoard; chat: unknown }>();
  for (const room of ROOMS) {
    const board = await storage.load(room);
    const { messages } = await storage.messages(room, { limit: 100 });
    if (board) content.set(room, { board, chat: messages });
  }
  await storage.close();
  return content;
}

async function roomsIn(folder: string) {
  const storage = await openTestStorage(folder);
  const rooms = [];
  for (const name of [...ROOMS, asBoardId("other")]) {
    const found = await storage.find(name);
    if (found) rooms.push({ name, epoch: found.epoch });
  }
  await storage.close();
  return rooms;
}

async function cookieFrom(url: string, cookie = ""): Promise<string> {
  const response = await fetch(`${url}/`, { headers: { cookie } });
  return response.headers.get("set-cookie")!.split(";")[0]!;
}
