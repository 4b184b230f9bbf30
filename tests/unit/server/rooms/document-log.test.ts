import { describe, expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import { DocumentLog } from "@/server/rooms/document-log";
import type { StoredUpdate } from "@/server/storage/board-storage";
import { FakeClock } from "../../../support/fake-clock";
import { settled } from "../../../support/server-room";

const ada = asUserId("ada");
const bytes = new Uint8Array([1, 2, 3]);

/** A log whose storage answers when the test says so. */
function openLog(lastSeq = 0) {
  const clock = new FakeClock();
  const asked: StoredUpdate[] = [];
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const log = new DocumentLog({
    clock,
    lastSeq,
    append: (update) =>
      new Promise((resolve, reject) => {
        asked.push(update);
        answers.push({ resolve, reject });
      }),
  });
  const saved: number[] = [];
  const trouble: boolean[] = [];
  log.onSaved((seq) => saved.push(seq));
  const causes: unknown[] = [];
  log.onTrouble((now) => {
    trouble.push(now.isFailing);
    if (now.isFailing) causes.push(now.cause);
  });
  /** Answers so many of the attempts that are under way, but not the first few. */
  const answer = async (
    kind: "keep" | "fail",
    count = answers.length,
    skip = 0,
  ) => {
    for (const { resolve, reject } of answers.splice(skip, count))
      if (kind === "keep") resolve();
      else reject(new Error("disk full"));
    await settled();
  };
  return { clock, log, asked, saved, trouble, causes, answer };
}

describe("DocumentLog", () => {
  test("numbers updates from the last stored one on", () => {
    const { log, asked, clock } = openLog(7);

    expect(log.add(bytes, ada)).toBe(8);
    expect(log.add(bytes, ada)).toBe(9);

    expect(log.lastSeq).toBe(9);
    expect(asked).toEqual([
      { seq: 8, bytes, user: ada, at: clock.now() },
      { seq: 9, bytes, user: ada, at: clock.now() },
    ]);
  });

  test("calls an update saved only when the storage has kept it", async () => {
    const { log, saved, answer } = openLog();
    log.add(bytes, ada);
    log.add(bytes, ada);

    await settled();
    expect(log.savedSeq).toBe(0);
    await answer("keep", 1);
    expect(log.savedSeq).toBe(1);
    expect(log.isSaved).toBe(false);
    await answer("keep");

    expect(saved).toEqual([1, 2]);
    expect(log.isSaved).toBe(true);
  });

  test("tries again what could not be stored, in order and with ever longer pauses", async () => {
    const { log, clock, asked, trouble, answer } = openLog();
    log.add(bytes, ada);
    log.add(bytes, ada);
    await answer("fail");
    expect(trouble).toEqual([true]);

    log.add(bytes, ada);
    await settled();
    expect(asked).toHaveLength(2);

    const attempts: number[] = [];
    for (let i = 0; i < 4; i++) {
      const before = asked.length;
      const start = clock.now();
      while (asked.length === before) clock.advance(100);
      attempts.push(clock.now() - start);
      expect(asked.slice(before).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      await answer("fail");
    }

    expect(attempts).toEqual([100, 200, 400, 800]);
    clock.advance(1600);
    await answer("keep");
    expect(log.isSaved).toBe(true);
    expect(trouble).toEqual([true, false]);
  });

  test("tells why the storage fails", async () => {
    const { log, causes, answer } = openLog();
    log.add(bytes, ada);

    await answer("fail");

    expect(causes).toEqual([new Error("disk full")]);
  });

  test("goes on as before once everything is stored again", async () => {
    const { log, clock, asked, answer } = openLog();
    log.add(bytes, ada);
    await answer("fail");
    clock.advance(100);
    await answer("keep");

    log.add(bytes, ada);

    expect(asked.at(-1)?.seq).toBe(2);
    await answer("keep");
    expect(log.savedSeq).toBe(2);
  });

  test("stores what came during a retry before it is well again", async () => {
    const { log, clock, trouble, answer } = openLog();
    log.add(bytes, ada);
    await answer("fail");
    clock.advance(100);
    log.add(bytes, ada);
    await answer("keep");
    expect(trouble).toEqual([true]);
    await answer("keep");

    expect(log.savedSeq).toBe(2);
    expect(trouble).toEqual([true, false]);
  });

  test("counts only an unbroken beginning as saved", async () => {
    const { log, clock, saved, answer } = openLog();
    log.add(bytes, ada);
    log.add(bytes, ada);

    await answer("fail", 1);
    await answer("keep", 1);
    expect(log.savedSeq).toBe(0);
    clock.advance(100);
    await answer("keep");

    expect(saved).toEqual([2]);
  });

  test("tells when all is saved", async () => {
    const { log, answer } = openLog();
    log.add(bytes, ada);
    log.add(bytes, ada);
    let isSaved = false;
    void log.whenSaved().then(() => (isSaved = true));

    await answer("keep", 1);
    expect(isSaved).toBe(false);
    await answer("keep");

    expect(isSaved).toBe(true);
  });

  test("knows how much is not stored and since when", async () => {
    const { log, clock, answer } = openLog();
    expect(log.unsaved).toEqual({ updates: 0, since: undefined });
    const begin = clock.now();
    log.add(bytes, ada);
    clock.advance(700);
    log.add(bytes, ada);
    expect(log.unsaved).toEqual({ updates: 2, since: begin });

    await answer("keep", 1);
    expect(log.unsaved).toEqual({ updates: 1, since: begin + 700 });
    await answer("keep");

    expect(log.unsaved).toEqual({ updates: 0, since: undefined });
  });

  test("takes a storage that does not answer for one that fails, until it does", async () => {
    const { log, clock, trouble, causes, answer } = openLog();
    log.add(bytes, ada);
    clock.advance(2_000);
    await answer("keep");
    log.add(bytes, ada);
    clock.advance(2_900);
    expect(trouble).toEqual([]);
    clock.advance(100);
    expect(causes).toEqual([new Error("The storage does not answer.")]);

    // What was asked first and again is kept once.
    clock.advance(100);
    await answer("keep");

    expect(trouble).toEqual([true, false]);
    expect(log.savedSeq).toBe(2);
  });

  test("is not troubled by the late failure of what a second attempt has kept", async () => {
    const { log, clock, trouble, answer } = openLog();
    log.add(bytes, ada);
    log.add(bytes, ada);
    await answer("fail", 1);
    // The first attempt at the second one is still under way.
    clock.advance(100);
    await answer("keep", 2, 1);
    expect(trouble).toEqual([true, false]);

    await answer("fail");

    expect(trouble).toEqual([true, false]);
    expect(log.isSaved).toBe(true);
  });

  test("hands a long log to a sick disk in pieces", async () => {
    const { log, clock, asked, saved, answer } = openLog();
    for (let i = 0; i < 1_200; i++) log.add(bytes, ada);
    await answer("fail");
    asked.length = 0;

    clock.advance(100);
    expect(asked).toHaveLength(500);
    await answer("fail");
    asked.length = 0;
    clock.advance(200);
    for (const size of [500, 500, 200]) {
      expect(asked.splice(0)).toHaveLength(size);
      await answer("keep");
    }

    expect(saved).toEqual([500, 1_000, 1_200]);
    expect(log.isSaved).toBe(true);
  });

  test("watches for nothing when it is given up", () => {
    const { log, clock } = openLog();
    log.add(bytes, ada);

    log.dispose();

    expect(clock.pending).toBe(0);
  });
});
