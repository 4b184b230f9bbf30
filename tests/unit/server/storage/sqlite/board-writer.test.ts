import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { asBoardId, type UserId } from "@/core/base/ids";
import { allMigrations } from "@/server/storage/migrations/all-migrations";
import { migrate } from "@/server/storage/migrations/migrate";
import { BoardReader } from "@/server/storage/sqlite/board-reader";
import { BoardWriter } from "@/server/storage/sqlite/board-writer";
import {
  openForReading,
  openForWriting,
} from "@/server/storage/sqlite/open-database";
import type { Write } from "@/server/storage/sqlite/worker-messages";
import {
  sampleMessage,
  sampleRoom,
  sampleUpdate,
} from "../../../../support/storage/sample-data";
import { temporaryFolder } from "../../../../support/storage/temporary-folder";

const plans = asBoardId("plans");

describe("BoardWriter", () => {
  test("answers each write in its place", async () => {
    const { writer } = await setUp();

    const { outcomes } = writer.commit([
      { kind: "createRoom", room: sampleRoom("plans") },
      append(1),
      { kind: "addMessage", id: plans, message: sampleMessage("hello") },
    ]);

    expect(outcomes).toEqual([
      { result: sampleRoom("plans") },
      { result: undefined },
      { result: { ...sampleMessage("hello"), seq: 1 } },
    ]);
  });

  test("refuses a write that the tables do not take, and keeps those beside it", async () => {
    const { writer, reader } = await setUpPlans();
    const nobody = null as unknown as UserId;

    const { outcomes } = writer.commit([
      append(1),
      { ...append(2), update: { ...append(2).update, user: nobody } },
      append(2),
    ]);

    expect(outcomes).toEqual([
      { result: undefined },
      {
        refusal:
          "NOT NULL constraint failed: updates.user (SQLITE_CONSTRAINT_NOTNULL)",
      },
      { result: undefined },
    ]);
    expect(reader.load(plans)?.updates.map(({ user }) => user)).toEqual([
      "ada",
      "ada",
    ]);
  });

  test("refuses a write that cannot even be bound", async () => {
    const { writer, reader } = await setUpPlans();
    const bytes = { not: "bytes" } as unknown as Uint8Array;

    const { outcomes } = writer.commit([
      { ...append(1), update: { ...append(1).update, bytes } },
      append(1),
    ]);

    expect(outcomes).toMatchObject([
      { refusal: expect.any(String) },
      { result: undefined },
    ]);
    expect(reader.load(plans)?.lastSeq).toBe(1);
  });

  test("keeps nothing of a batch when the disk is full, and takes it again when there is room", async () => {
    const { writer, reader, database } = await setUpPlans();
    const pages = Number(database.pragma("page_count", { simple: true }));
    const big = new Uint8Array(100_000);
    const batch = [append(1), { ...append(2), update: sampleUpdate(2, big) }];

    database.pragma(`max_page_count = ${pages + 2}`);
    expect(() => writer.commit(batch)).toThrow("database or disk is full");
    expect(reader.load(plans)?.lastSeq).toBe(0);

    database.pragma(`max_page_count = ${pages + 1_000}`);
    writer.commit(batch);
    expect(reader.load(plans)?.lastSeq).toBe(2);
  });

  test("says how long a commit took", async () => {
    const { writer } = await setUpPlans();

    expect(writer.commit([append(1)]).milliseconds).toBeGreaterThan(0);
  });
});

async function setUp() {
  const file = path.join(await temporaryFolder(), "test.sqlite");
  const open = openForWriting(file);
  onTestFinished(() => void open.database.close());
  await migrate(open.kysely, allMigrations);
  const beside = openForReading(file);
  onTestFinished(() => void beside.database.close());
  const { database } = open;
  return {
    database,
    writer: new BoardWriter(open),
    reader: new BoardReader(beside),
  };
}

async function setUpPlans() {
  const parts = await setUp();
  parts.writer.commit([{ kind: "createRoom", room: sampleRoom("plans") }]);
  return parts;
}

function append(seq: number): Extract<Write, { kind: "append" }> {
  const update = sampleUpdate(seq, Uint8Array.of(seq));
  return { kind: "append", id: plans, update };
}
