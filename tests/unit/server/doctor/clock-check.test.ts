import { expect, test } from "vitest";
import { checkClock } from "@/server/doctor/clock-check";

const NOW = Date.UTC(2026, 5, 1, 12);

test.each([
  ["is right", NOW, NOW - 1_000, "ok"],
  ["is right, with nothing drawn yet", NOW, 0, "ok"],
  ["is a little behind another machine's", NOW, NOW + 30_000, "ok"],
  ["has gone back", NOW, NOW + 3_600_000, "bad"],
  ["has never been set", Date.UTC(1970, 0, 1), 0, "bad"],
])("a clock that %s", (_what, now, lastChange, state) => {
  expect(checkClock(now, lastChange).state).toBe(state);
});
