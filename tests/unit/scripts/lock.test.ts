import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "../../../scripts/lib/lock.mjs";
import { inRepository } from "../../../scripts/lib/repository.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lock-"));
  file = path.join(folder, "work.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const work = () => Promise.resolve("done");
const onWait = () => undefined;

/** Takes the lock in a process of its own and writes down when its work begins and ends. */
const WORKER = `
  import { appendFileSync } from "node:fs";
  import { setImmediate } from "node:timers/promises";
  const [module, file, diary] = process.argv.slice(1);
  const { withLock } = await import(module);
  await withLock(file, {
    onWait() {},
    async work() {
      appendFileSync(diary, "begin ");
      for (let turn = 0; turn < 1000; turn++) await setImmediate();
      appendFileSync(diary, "end ");
    },
  });
`;

test("keeps processes from working at the same time", async () => {
  const diary = path.join(folder, "diary");
  const module = inRepository("scripts/lib/lock.mjs");
  const args = ["--input-type=module", "--eval", WORKER, module, file, diary];
  const start = () => promisify(execFile)(process.execPath, args);
  await Promise.all([start(), start(), start()]);
  expect(readFileSync(diary, "utf8")).toBe("begin end ".repeat(3));
});

test("leaves no lock behind, also when the work fails", async () => {
  expect(await withLock(file, { work, onWait })).toBe("done");
  expect(existsSync(file)).toBe(false);
  const failing = () => Promise.reject(new Error("no"));
  await expect(withLock(file, { work: failing, onWait })).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});

test("takes over the lock of a process that has died", async () => {
  const noProcess = 2 ** 30;
  writeFileSync(file, String(noProcess));
  expect(await withLock(file, { work, onWait })).toBe("done");
});

test("takes over a lock that its holder has not touched for long", async () => {
  // Our parent lives, but holds no lock: as when a container gives the same process id out again.
  writeFileSync(file, String(process.ppid));
  const longAgo = new Date(0);
  utimesSync(file, longAgo, longAgo);
  expect(await withLock(file, { work, onWait })).toBe("done");
});
