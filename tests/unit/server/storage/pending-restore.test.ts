import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  PendingRestore,
  type RestoreSteps,
} from "@/server/storage/pending-restore";
import { temporaryFolder } from "../../../support/storage/temporary-folder";

const OLD = { "boardwalk.sqlite": "old", "boardwalk.sqlite-wal": "log" };
const NEW = { "boardwalk.sqlite": "new", "assets/a": "picture" };

/** The disk's own steps until there have been so many; then the power fails. */
function stepsUntil(count: number): RestoreSteps {
  let left = count;
  const take = () => {
    if (left-- <= 0) throw new Error("The power fails.");
  };
  return {
    rename: async (from, to) => {
      take();
      await rename(from, to);
    },
    rm: async (place, options) => {
      take();
      await rm(place, options);
    },
  };
}

describe("a restore", () => {
  test("changes nothing before its commit", async () => {
    const dataDir = await folderWith(OLD);
    const restore = new PendingRestore(dataDir);
    await fill(await restore.begin(), NEW);

    expect(await new PendingRestore(dataDir).finish()).toBeUndefined();

    expect(await contentOf(dataDir)).toEqual(OLD);
    await restore.giveUp();
    expect((await readdir(dataDir)).sort()).toEqual(Object.keys(OLD));
  });

  test("puts the new content in place and the old one aside", async () => {
    const dataDir = await folderWith({ ...OLD, "boardwalk.lock": "" });
    const restore = new PendingRestore(dataDir);
    await fill(await restore.begin(), NEW);
    await restore.commit();

    const former = await restore.finish();

    expect(former).toBe(path.join(dataDir, "before-restore-1"));
    expect(await contentOf(former!)).toEqual(OLD);
    expect(await contentOf(dataDir)).toEqual({ ...NEW, "boardwalk.lock": "" });
    expect(await restore.isHalfDone()).toBe(false);
  });

  test("leaves nothing aside when nothing was there", async () => {
    const dataDir = await folderWith({});
    const restore = new PendingRestore(dataDir);
    await fill(await restore.begin(), NEW);
    await restore.commit();

    expect(await restore.finish()).toBeUndefined();

    expect((await readdir(dataDir)).sort()).toEqual([
      "assets",
      "boardwalk.sqlite",
    ]);
  });

  test("that is interrupted anywhere is either undone or finished by the next one who comes", async () => {
    let interruptions = 0;
    for (let steps = 0; ; steps++) {
      const dataDir = await folderWith(OLD);
      const isDone = await interruptAfter(steps, dataDir);
      if (isDone) break;
      interruptions += 1;
      // Whoever comes next may be interrupted as well.
      const next = new PendingRestore(dataDir, stepsUntil(1));
      await next.finish().catch(() => {});
      await new PendingRestore(dataDir).finish();

      const content = await contentOf(dataDir);
      expect([OLD, NEW], `after ${steps} steps`).toContainEqual(content);
      if ("assets/a" in content)
        expect(await contentOf(path.join(dataDir, "before-restore-1"))).toEqual(
          OLD,
        );
    }
    expect(interruptions).toBeGreaterThan(5);
  });
});

/** Whether the restore came to its end. */
async function interruptAfter(
  steps: number,
  dataDir: string,
): Promise<boolean> {
  const restore = new PendingRestore(dataDir, stepsUntil(steps));
  try {
    const folder = await restore.begin();
    await fill(folder, NEW);
    await restore.commit();
    await restore.finish();
    return true;
  } catch {
    return false;
  }
}

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  await fill(folder, files);
  return folder;
}

async function fill(folder: string, files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

/** The visible files below a folder, without what a restore has put aside. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, place);
    if (/^(\.|before-restore)/.test(name)) continue;
    files[name] = await readFile(place, "utf8");
  }
  return files;
}
