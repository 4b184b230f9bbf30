import { describe, expect, test } from "vitest";
import type { BoardId } from "@/core/base/ids";
import { asBoardId } from "@/core/base/ids";
import { GroupCommit } from "@/server/storage/sqlite/group-commit";
import type {
  CommitReport,
  Write,
  WriteOutcome,
} from "@/server/storage/sqlite/worker-messages";
import { FakeClock } from "../../../../support/fake-clock";
import { sampleMessage } from "../../../../support/storage/sample-data";

const plans = asBoardId("plans");

describe("GroupCommit", () => {
  test("commits a write at once when it is idle", async () => {
    const { commits, disk } = setUp();

    void commits.add(message("a"));

    expect((await disk.nextBatch()).texts).toEqual(["a"]);
  });

  test("commits together what is added in the same turn, whatever the room", async () => {
    const { commits, disk } = setUp();

    void commits.add(message("a"));
    void commits.add(message("b", asBoardId("other")));

    expect((await disk.nextBatch()).texts).toEqual(["a", "b"]);
  });

  test("gathers what is added while a commit runs", async () => {
    const { commits, disk, clock } = setUp();
    void commits.add(message("a"));
    const first = await disk.nextBatch();
    void commits.add(message("b"));
    void commits.add(message("c"));

    first.keep();
    clock.advance(3);

    expect((await disk.nextBatch()).texts).toEqual(["b", "c"]);
  });

  test("leaves some milliseconds from one commit to the next", async () => {
    const { commits, disk, clock } = setUp();
    const a = commits.add(message("a"));
    (await disk.nextBatch()).keep();
    await a;

    const b = commits.add(message("b"));
    clock.advance(2);
    expect(disk.waiting).toBe(0);
    clock.advance(1);

    (await disk.nextBatch()).keep();
    expect(await b).toMatchObject({ text: "b" });
  });

  test("never has two commits at the same time, however long one takes", async () => {
    const { commits, disk, clock } = setUp();
    void commits.add(message("a"));
    const first = await disk.nextBatch();
    void commits.add(message("b"));

    clock.advance(1_000);
    expect(disk.waiting).toBe(0);
    first.keep();

    expect((await disk.nextBatch()).texts).toEqual(["b"]);
  });

  test("gives each write its own result", async () => {
    const { commits, disk } = setUp();
    const a = commits.add(message("a"));
    const b = commits.add(message("b"));

    (await disk.nextBatch()).keep();

    expect([(await a).text, (await b).text]).toEqual(["a", "b"]);
  });

  test("rejects a refused write alone", async () => {
    const { commits, disk } = setUp();
    const ends = Promise.allSettled(
      ["a", "b", "c"].map((text) => commits.add(message(text))),
    );

    (await disk.nextBatch()).keep({ except: "b" });

    expect(await ends).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: new Error("b is refused") },
      { status: "fulfilled" },
    ]);
  });

  test("rejects a whole batch whose commit failed, and goes on with the next", async () => {
    const { commits, disk, clock } = setUp();
    const ends = Promise.allSettled(
      ["a", "b"].map((text) => commits.add(message(text))),
    );
    const first = await disk.nextBatch();
    const c = commits.add(message("c"));

    first.fail();
    clock.advance(3);

    const reason = new Error("disk full");
    expect(await ends).toMatchObject([
      { status: "rejected", reason },
      { status: "rejected", reason },
    ]);
    (await disk.nextBatch()).keep();
    expect(await c).toMatchObject({ text: "c" });
  });
});

function setUp() {
  const clock = new FakeClock();
  const disk = new FakeDisk();
  const commits = new GroupCommit((writes) => disk.commit(writes), clock);
  return { clock, disk, commits };
}

function message(text: string, id: BoardId = plans) {
  return { kind: "addMessage", id, message: sampleMessage(text) } as const;
}

interface Batch {
  readonly texts: readonly string[];
  keep(options?: { except: string }): void;
  fail(): void;
}

/** Takes the batches that are to be committed, and ends each when the test says so. */
class FakeDisk {
  readonly #batches: Batch[] = [];
  readonly #onBatch: ((batch: Batch) => void)[] = [];

  /** How many batches no test has taken yet. */
  get waiting(): number {
    return this.#batches.length;
  }

  nextBatch(): Promise<Batch> {
    const batch = this.#batches.shift();
    if (batch) return Promise.resolve(batch);
    return new Promise((resolve) => this.#onBatch.push(resolve));
  }

  commit(writes: readonly Write[]): Promise<CommitReport> {
    return new Promise((resolve, reject) => {
      const batch: Batch = {
        texts: writes.map(textOf),
        keep: (options) =>
          resolve({
            milliseconds: 1,
            outcomes: writes.map((write) => keep(write, options?.except)),
          }),
        fail: () => reject(new Error("disk full")),
      };
      const onBatch = this.#onBatch.shift();
      if (onBatch) onBatch(batch);
      else this.#batches.push(batch);
    });
  }
}

function keep(write: Write, refused: string | undefined): WriteOutcome {
  const text = textOf(write);
  if (text === refused) return { refusal: `${text} is refused` };
  return { result: { ...sampleMessage(text), seq: 1 } };
}

function textOf(write: Write): string {
  return write.kind === "addMessage" ? write.message.text : write.kind;
}
