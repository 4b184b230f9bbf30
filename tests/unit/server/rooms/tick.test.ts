import { expect, test } from "vitest";
import { Tick } from "@/server/rooms/tick";
import { FakeClock } from "../../../support/fake-clock";

function pacedRuns() {
  const clock = new FakeClock();
  const start = clock.now();
  const runs: number[] = [];
  const tick = new Tick({
    clock,
    interval: () => 16,
    run: () => runs.push(clock.now() - start),
  });
  return { clock, runs, tick };
}

test("an idle tick runs at once", () => {
  const { runs, tick } = pacedRuns();

  tick.request();

  expect(runs).toEqual([0]);
});

test("a busy tick runs once for all that was asked for meanwhile", () => {
  const { clock, runs, tick } = pacedRuns();

  for (let i = 0; i < 10; i++) {
    tick.request();
    clock.advance(4);
  }
  clock.advance(100);

  expect(runs).toEqual([0, 16, 32, 48]);
});

test("a tick that was not asked for does not run", () => {
  const { clock, runs, tick } = pacedRuns();

  tick.request();
  clock.advance(1000);
  tick.request();

  expect(runs).toEqual([0, 1000]);
});

test("a run may ask for the next one", () => {
  const clock = new FakeClock();
  let runs = 0;
  const tick: Tick = new Tick({
    clock,
    interval: () => 16,
    run: () => {
      runs += 1;
      if (runs < 3) tick.request();
    },
  });

  tick.request();
  expect(runs).toBe(1);
  clock.advance(100);

  expect(runs).toBe(3);
});

test("what cannot wait brings the end of the running interval forward", () => {
  const { clock, runs, tick } = pacedRuns();

  tick.request();
  tick.request();
  tick.request(2);
  clock.advance(2);
  clock.advance(5);
  tick.request();
  tick.request(2);
  clock.advance(1);
  tick.request();
  clock.advance(100);

  expect(runs).toEqual([0, 2, 7, 23]);
});

test("a flush runs what was asked for, and nothing otherwise", () => {
  const { runs, tick } = pacedRuns();
  tick.request();
  tick.request();

  tick.runNow();
  tick.runNow();

  expect(runs).toEqual([0, 0]);
});

test("a disposed tick leaves no timer behind and does not run", () => {
  const { clock, runs, tick } = pacedRuns();
  tick.request();

  tick.dispose();
  tick.request();

  expect(runs).toEqual([0]);
  expect(clock.pending).toBe(0);
});
