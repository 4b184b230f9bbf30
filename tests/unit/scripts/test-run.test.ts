import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runSteps } from "../../../scripts/lib/test-run.mjs";

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, "log").mockImplementation((text: string) => {
    printed.push(...text.split("\n"));
  });
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

function step(name: string, passed: number, failed = 0) {
  const run = () => Promise.resolve({ passed, failed, skipped: 0 });
  return { name, run };
}

test("ends with the sum of all steps on a line of its own", async () => {
  expect(await runSteps([step("lint", 1), step("unit", 41)])).toBe(true);
  expect(printed.at(-1)).toBe("42 passed, 0 failed");
});

test("runs the other steps after one has failed or thrown", async () => {
  const broken = { name: "types", run: () => Promise.reject(new Error("no")) };
  const steps = [step("lint", 0, 1), broken, step("unit", 2)];
  expect(await runSteps(steps)).toBe(false);
  expect(printed.at(-1)).toBe("2 passed, 2 failed");
});

test("runs the two lanes side by side, and what needs the machine for itself after them", async () => {
  const order: string[] = [];
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  const named = (name: string, lane?: "computes" | "waits") => ({
    name,
    ...(lane && { lane }),
    async run() {
      order.push(name);
      if (name === "lint") await isReleased;
      if (name === "integration") release();
      return { passed: 1, failed: 0, skipped: 0 };
    },
  });
  await runSteps([
    named("unit"),
    named("lint", "computes"),
    named("types", "computes"),
    named("integration", "waits"),
  ]);
  expect(order).toEqual(["lint", "integration", "types", "unit"]);
});

test("names what could not be run, and why", async () => {
  const notRun = "there is no browser here";
  const e2e = { name: "e2e", run: () => Promise.resolve({ notRun }) };
  expect(await runSteps([step("unit", 2), e2e])).toBe(true);
  expect(printed.at(-1)).toBe("2 passed, 0 failed, 1 skipped");
  expect(printed.at(-2)).toBe(
    "Not run: e2e, because there is no browser here.",
  );
});

test("is no success when nothing was run at all", async () => {
  expect(await runSteps([])).toBe(false);
});
