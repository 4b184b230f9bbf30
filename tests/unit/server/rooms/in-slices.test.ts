import { expect, test } from "vitest";
import { inSlices } from "@/server/rooms/in-slices";
import { FakeClock } from "../../../support/fake-clock";
import { settled } from "../../../support/server-room";

const STEP_MS = 20;

test.each([0, 1, 50, 51, 10_000, 100_003])(
  "%i steps are done in their order and within two seconds",
  async (count) => {
    const clock = new FakeClock();
    const done: number[] = [];
    const steps = Array.from({ length: count }, (_, i) => () => {
      done.push(i);
    });

    let isOver = false;
    const working = inSlices(steps, clock).then(() => (isOver = true));
    await settled();
    for (let passed = 0; passed < 2_000 && !isOver; passed += STEP_MS) {
      clock.advance(STEP_MS);
      await settled();
    }
    await working;

    expect(done).toEqual(Array.from({ length: count }, (_, i) => i));
    expect(clock.pending).toBe(0);
  },
);
