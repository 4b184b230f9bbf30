import { writeSync } from "node:fs";
import { asBoardId } from "@/core/base/ids";
import type { BoardStorage } from "@/server/storage/board-storage";
import { openSqliteStorage } from "@/server/storage/sqlite/open-sqlite-storage";
import { sampleMessage, sampleRoom, sampleUpdate } from "../sample-data";
import { updatesOfTyping } from "../typing";
import { CRASH_ROOMS, type CrashReport, crashWords } from "./crash-report";

// A server's storage at work, in a process that may be killed at any moment. Goes on where the stored logs end until
// each has `words` updates. Arguments: data folder, URL of the worker, words.

/** How many updates are on their way to the disk together. */
const BURST = 5;

const [dataDir = "", workerUrl = "", words = "0"] = process.argv.slice(2);
const updates = updatesOfTyping(crashWords(Number(words)));

const storage = await openSqliteStorage({
  dataDir,
  workerUrl: new URL(workerUrl),
});
report({ kind: "open" });
await Promise.all(CRASH_ROOMS.map((room) => work(storage, room)));
await storage.close();

async function work(storage: BoardStorage, room: string): Promise<void> {
  const id = asBoardId(room);
  await storage.createRoom(sampleRoom(room));
  let lastSeq = (await storage.load(id))?.lastSeq ?? 0;
  while (lastSeq < updates.length) {
    const burst = updates.slice(lastSeq, lastSeq + BURST);
    await Promise.all(
      burst.map(async (bytes, index) => {
        const seq = lastSeq + index + 1;
        await storage.append(id, sampleUpdate(seq, bytes));
        report({ kind: "append", room, seq });
      }),
    );
    lastSeq += burst.length;
    await storage.compact(id, lastSeq);
    report({ kind: "compact", room, seq: lastSeq });
    const text = `after ${lastSeq}`;
    await storage.addMessage(id, sampleMessage(text));
    report({ kind: "message", room, text });
  }
}

/** Written at once: what is still in a buffer dies with the process. */
function report(line: CrashReport): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
