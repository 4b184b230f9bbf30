import { expect, test } from "vitest";
import { readHex } from "@/components/style/read-hex";

test.each([
  ["#1971c2", "#1971c2"],
  ["1971C2", "#1971c2"],
  [" #abc ", "#aabbcc"],
  ["F00", "#ff0000"],
  ["", undefined],
  ["red", undefined],
  ["#12345", undefined],
  ["#1971c2ff", undefined],
])("%j is read as the colour %s", (text, colour) => {
  expect(readHex(text)).toBe(colour);
});
