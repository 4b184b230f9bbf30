import { expect, test } from "vitest";

import { directionOf } from "@/core/shapes/text/text-direction";

test.each([
  ["hello שלום", "ltr"],
  ["שלום hello", "rtl"],
  ["مرحبا", "rtl"],
  ["123, (שלום)", "rtl"],
  ["«Привет»", "ltr"],
  ["你好", "ltr"],
  ["١٢٣ ...", "ltr"],
  ["", "ltr"],
  ["\u200f123", "rtl"],
])("%j is written %s", (paragraph, direction) => {
  expect(directionOf(paragraph)).toBe(direction);
});
