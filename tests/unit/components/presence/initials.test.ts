import { expect, test } from "vitest";
import { initialsOf } from "@/components/presence/initials";

test.each([
  ["Merry Lynx", "ML"],
  ["ana", "A"],
  ["Jean Luc Picard", "JP"],
  ["  Ben   Okafor ", "BO"],
  ["林小雨", "林"],
  ["林 小雨", "林"],
  ["さくら", "さ"],
  ["김 민준", "김"],
  ["😀 Max", "😀M"],
  ["émile zola", "ÉZ"],
  ["", ""],
])("%j is shown as %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
