import { expect, test } from "vitest";
import { linkToOtherServer } from "@/components/home/link-to-other-server";

const here = { host: "board.example:3000" };

test.each([
  ["calm-otter-42"],
  ["http://board.example:3000/r/calm-otter-42"],
  ["board.example:3000/r/calm-otter-42"],
  ["javascript:alert(1)"],
])("%s is looked for on this server", (input) =>
  expect(linkToOtherServer(input, here)).toBeUndefined(),
);

test.each([
  ["http://192.168.1.5:3000/r/calm-otter-42"],
  [" https://other.example/board/r/calm-otter-42 "],
])("%s is opened where it leads", (input) =>
  expect(linkToOtherServer(input, here)).toBe(input.trim()),
);
