import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "../../../scripts/lib/fingerprint.mjs";
import { inRepository, root } from "../../../scripts/lib/repository.mjs";

let folder: string;

beforeEach(() => {
  mkdirSync(inRepository("test-results"), { recursive: true });
  folder = mkdtempSync(inRepository("test-results", "fingerprint-"));
  mkdirSync(path.join(folder, "inner"));
  write("a", "one");
  write("inner/b", "two");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string) {
  writeFileSync(path.join(folder, name), content);
}

function taken(settings: string[] = []) {
  return fingerprint({ inputs: [path.relative(root, folder)], settings });
}

test("stays the same while nothing changes", () => {
  expect(taken()).toBe(taken());
});

test("changes with the content of a file in an inner folder", () => {
  const before = taken();
  write("inner/b", "three");
  expect(taken()).not.toBe(before);
});

test("changes with the name of a file", () => {
  const before = taken();
  renameSync(path.join(folder, "a"), path.join(folder, "c"));
  expect(taken()).not.toBe(before);
});

test("changes with a new file", () => {
  const before = taken();
  write("c", "");
  expect(taken()).not.toBe(before);
});

test("changes with a setting", () => {
  expect(taken(["/board"])).not.toBe(taken([""]));
});
