import Database from "better-sqlite3";
import { expect } from "vitest";
import { asBoardId } from "@/core/base/ids";
import type { BoardStorage } from "@/server/storage/board-storage";
import { dataFiles } from "@/server/storage/data-folder";
import { openTestStorage } from "../open-test-storage";
import { sampleMessage, sampleRoom, sampleUpdate } from "../sample-data";
import { textOf, updatesOfTyping } from "../typing";
import { CRASH_ROOMS, type CrashReport, crashWords } from "./crash-report";

/** Opens what a killed child has left behind, and compares it with what the child had reported as stored. */
export async function expectNothingLost(
  dataDir: string,
  reports: readonly CrashReport[],
): Promise<void> {
  const storage = await openTestStorage(dataDir);
  try {
    for (const room of CRASH_ROOMS) {
      await storage.createRoom(sampleRoom(room));
      await expectDocument(storage, room, reports);
      await expectChat(storage, room, reports);
    }
  } finally {
    await storage.close();
  }
  for (const room of CRASH_ROOMS) expectWholeLog(dataDir, room);
}

async function expectDocument(
  storage: BoardStorage,
  room: string,
  reports: readonly CrashReport[],
): Promise<void> {
  const id = asBoardId(room);
  const board = (await storage.load(id))!;
  const { snapshot, updates, lastSeq } = board;
  expect(lastSeq).toBeGreaterThanOrEqual(lastReported(reports, "append", room));
  expect(snapshot?.seq ?? 0).toBeGreaterThanOrEqual(
    lastReported(reports, "compact", room),
  );
  const parts = [...(snapshot ? [snapshot] : []), ...updates];
  expect(textOf(parts.map(({ bytes }) => bytes))).toBe(
    crashWords(lastSeq).join(""),
  );

  const next = updatesOfTyping(crashWords(lastSeq + 1)).at(-1)!;
  await storage.append(id, sampleUpdate(lastSeq + 1, next));
  await storage.compact(id, lastSeq + 1);
}

async function expectChat(
  storage: BoardStorage,
  room: string,
  reports: readonly CrashReport[],
): Promise<void> {
  const id = asBoardId(room);
  const { messages } = await storage.messages(id, { limit: 10_000 });
  const texts = messages.map(({ text }) => text);
  expect(messages.map(({ seq }) => seq)).toEqual(countTo(messages.length));
  expect(new Set(texts).size).toBe(texts.length);
  for (const report of reports) {
    if (report.kind !== "message" || report.room !== room) continue;
    expect(texts).toContain(report.text);
  }
  const next = await storage.addMessage(id, sampleMessage("reopened"));
  expect(next.text).toBe("reopened");
}

/** The log is the history: it has every update, those behind a snapshot too. */
function expectWholeLog(dataDir: string, room: string): void {
  const database = new Database(dataFiles(dataDir).database);
  const rows = database
    .prepare<[string], { seq: number; bytes: Uint8Array }>(
      "select seq, bytes from updates where room = ? order by seq",
    )
    .all(room);
  database.close();
  expect(rows.map(({ seq }) => seq)).toEqual(countTo(rows.length));
  const expected = updatesOfTyping(crashWords(rows.length));
  expect(rows.map(({ bytes }) => [...bytes])).toEqual(
    expected.map((bytes) => [...bytes]),
  );
}

function lastReported(
  reports: readonly CrashReport[],
  kind: "append" | "compact",
  room: string,
): number {
  const seqs = reports.map((report) =>
    report.kind === kind && report.room === room ? report.seq : 0,
  );
  return Math.max(0, ...seqs);
}

function countTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
