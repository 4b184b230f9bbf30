import { expect, test } from "vitest";

import { MAX_TEXT_LENGTH, RecordReader } from "@/core/shapes/record-reader";

const reading = (value: unknown, text = "") =>
  new RecordReader(new Map([["key", value]]), () => text);

test.each([
  [1.5, 1.5],
  [-1e9, -1e9],
  [1e10, undefined],
  [NaN, undefined],
  ["1", undefined],
  [undefined, undefined],
])("the number %j is read as %j", (value, expected) => {
  expect(reading(value).number("key")).toBe(expected);
});

test("a number outside its limits counts as absent", () => {
  expect(reading(5).number("key", 0, 4)).toBeUndefined();
  expect(reading(4).number("key", 0, 4)).toBe(4);
});

test.each([
  ["#1e1E1e", "#1e1E1e"],
  ["#1e1e1", undefined],
  ["red", undefined],
  ["#1e1e1eff", undefined],
  [0x1e1e1e, undefined],
])("the colour %j is read as %j", (value, expected) => {
  expect(reading(value).colour("key")).toBe(expected);
});

test.each([
  [
    [1, 2],
    [1, 2],
  ],
  [[1, 2, 3], undefined],
  [[1], undefined],
  [[1, NaN], undefined],
  [[1, "2"], undefined],
  [{ 0: 1, 1: 2, length: 2 }, undefined],
])("the pair %j is read as %j", (value, expected) => {
  expect(reading(value).pair("key")).toEqual(expected);
});

test("strings and bytes beyond their limit count as absent", () => {
  expect(reading("abc").string("key", 3)).toBe("abc");
  expect(reading("abcd").string("key", 3)).toBeUndefined();
  const bytes = new Uint8Array(3);
  expect(reading(bytes).bytes("key", 3)).toBe(bytes);
  expect(reading(bytes).bytes("key", 2)).toBeUndefined();
  expect(reading([1, 2]).bytes("key", 3)).toBeUndefined();
});

test("a text is cut to what is shown", () => {
  const text = "x".repeat(MAX_TEXT_LENGTH + 5);
  expect(reading(0, text).text()).toHaveLength(MAX_TEXT_LENGTH);
});
