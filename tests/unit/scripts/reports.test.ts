import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  countPlaywright,
  countTests,
  countVitest,
} from "../../../scripts/lib/reports.mjs";
import { inRepository } from "../../../scripts/lib/repository.mjs";

const file = `test-results/reports-test-${process.pid}.json`;

beforeEach(() => vi.spyOn(console, "error").mockReturnValue());
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(inRepository(file), { force: true });
});

function runnerThat(behaviour: { reports?: object; endsWith: number }) {
  return () => {
    if (behaviour.reports) {
      mkdirSync(path.dirname(inRepository(file)), { recursive: true });
      writeFileSync(inRepository(file), JSON.stringify(behaviour.reports));
    }
    return Promise.resolve(behaviour.endsWith);
  };
}

const playwright = { file, count: countPlaywright };
const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
const oneFailure = { passed: 0, failed: 1, skipped: 0 };

describe("countTests", () => {
  test("counts what the runner reports", async () => {
    const reports = { stats: { ...stats, expected: 3, unexpected: 2 } };
    const runner = runnerThat({ reports, endsWith: 1 });
    expect(await countTests(playwright, runner)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 0,
    });
  });

  test("counts a runner without a report as a failure", async () => {
    const runner = runnerThat({ endsWith: 0 });
    expect(await countTests(playwright, runner)).toEqual(oneFailure);
  });

  test("does not take the report of an earlier run for this one", async () => {
    const reports = { stats: { ...stats, expected: 3 } };
    await countTests(playwright, runnerThat({ reports, endsWith: 0 }));
    const runner = runnerThat({ endsWith: 0 });
    expect(await countTests(playwright, runner)).toEqual(oneFailure);
  });

  test("counts a run of no tests as a failure", async () => {
    const runner = runnerThat({ reports: { stats }, endsWith: 0 });
    expect(await countTests(playwright, runner)).toEqual(oneFailure);
  });

  test("counts a runner that crashed after its tests as a failure", async () => {
    const reports = { stats: { ...stats, expected: 3 } };
    const runner = runnerThat({ reports, endsWith: 1 });
    expect(await countTests(playwright, runner)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    });
  });
});

test("countPlaywright takes a flaky test for one that failed", () => {
  expect(countPlaywright({ stats: { ...stats, flaky: 2 } }).failed).toBe(2);
});

test("countVitest counts a file that could not be loaded as a failure", () => {
  const counts = countVitest({
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ],
  });
  expect(counts).toEqual({ passed: 4, failed: 2, skipped: 0 });
});
