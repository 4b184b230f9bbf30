import { expect, test } from "vitest";
import { cleanLine } from "@/core/base/clean-line";

test.each([
  ["two\n lines", "two lines"],
  ["  a \t b  ", "a b"],
  ["left\u202eright", "leftright"],
  ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
  ["\u200d\u200b", undefined],
  ["", undefined],
])("of %j is left %j", (text, cleaned) => {
  expect(cleanLine(text, 40)).toBe(cleaned);
});

test("never cuts a character in two", () => {
  expect(cleanLine("ab😀", 3)).toBe("ab");
  expect(cleanLine("ab😀", 4)).toBe("ab😀");
});
