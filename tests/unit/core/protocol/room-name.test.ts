import { describe, expect, test } from "vitest";
import { seededRandom } from "@/core/base/random";
import {
  findBoardId,
  makeRoomName,
  parseBoardId,
} from "@/core/protocol/room-name";

describe("parseBoardId", () => {
  test.each(["abc", "calm-otter-42", "0aa", "a".repeat(64)])(
    "takes %s",
    (name) => expect(parseBoardId(name)).toBe(name),
  );

  test.each([
    "",
    "ab",
    "-abc",
    "Calm",
    "a b c",
    "a_b_c",
    "a/b/c",
    "../etc",
    "é-room",
    "a".repeat(65),
  ])("refuses %j", (name) => expect(parseBoardId(name)).toBeUndefined());
});

describe("findBoardId", () => {
  test.each([
    ["calm-otter-42", "calm-otter-42"],
    ["  Calm Otter 42 ", "calm-otter-42"],
    ["http://192.168.1.5:3000/r/calm-otter-42", "calm-otter-42"],
    ["https://board.example/base/r/calm-otter-42?x=1#y", "calm-otter-42"],
    ["board.example/r/calm-otter-42/", "calm-otter-42"],
  ])("finds the name in %j", (input, name) =>
    expect(findBoardId(input)).toBe(name),
  );

  test.each(["", "  ", "https://board.example/", "a?b"])(
    "finds none in %j",
    (input) => expect(findBoardId(input)).toBeUndefined(),
  );
});

test("a made-up room name is always a valid one", () => {
  const random = seededRandom(7);
  for (let i = 0; i < 500; i++) {
    const name = makeRoomName(random);
    expect(parseBoardId(name)).toBe(name);
  }
});
