import { expect, test } from "vitest";
import type { Clock } from "@/core/base/clock";
import { seededRandom } from "@/core/base/random";
import { boardPoint } from "@/core/geometry/point";
import { Hand } from "@/demo/hand";
import { Pace, WentHome } from "@/demo/pace";
import { TestEditor } from "../../support/test-editor";

/** Somebody at a board whose time passes as fast as it is waited for. */
function somebody() {
  const { editor, board } = new TestEditor();
  let passed = 0;
  const clock: Clock = {
    now: () => passed,
    after(delay, callback) {
      let isCancelled = false;
      queueMicrotask(() => {
        if (isCancelled) return;
        passed += delay;
        callback();
      });
      return () => (isCancelled = true);
    },
    every: () => () => {},
  };
  const going = new AbortController();
  const pace = new Pace(clock, going.signal);
  const hand = new Hand(editor, {
    pace,
    random: seededRandom(1),
    at: boardPoint(0, 0),
  });
  return { editor, board, hand, pace, going, passed: () => passed };
}

test("a stroke is drawn in the time that its maker took", async () => {
  const { hand, board, passed } = somebody();
  await hand.moveTo({ x: 100, y: 100 });
  const before = passed();
  await hand.trace(
    Array.from({ length: 31 }, (_, i) => ({
      x: 100 + i * 4,
      y: 100 + Math.sin(i / 3) * 20,
      time: i * 50,
    })),
  );
  expect(passed() - before).toBeGreaterThan(1_400);
  expect(passed() - before).toBeLessThan(2_000);
  expect(board.inOrder()).toMatchObject([{ kind: "ink" }]);
});

test("a longer way takes longer, but not as much longer as it is", async () => {
  const { hand, passed } = somebody();
  await hand.moveTo({ x: 100, y: 0 });
  const short = passed();
  await hand.moveTo({ x: 1_100, y: 0 });
  const long = passed() - short;
  expect(long).toBeGreaterThan(short);
  expect(long).toBeLessThan(short * 4);
});

test("a note is placed by a click and written letter by letter", async () => {
  const { editor, board, hand } = somebody();
  editor.setTool("note");
  await hand.clickAt({ x: 300, y: 300 });
  await hand.type("Less\nis more");
  editor.typing.stop();
  expect(board.inOrder()).toMatchObject([
    { kind: "note", text: "Less\nis more" },
  ]);
});

test("who is sent home stops in the middle of what they do", async () => {
  const { hand, pace, going } = somebody();
  const way = hand.moveTo({ x: 900, y: 900 });
  going.abort();
  await expect(way).rejects.toThrow(WentHome);
  await expect(pace.wait(1)).rejects.toThrow(WentHome);
});
