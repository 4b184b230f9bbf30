import { expect, test } from "vitest";
import { guessRoom } from "@/components/board/guess-room";

test.each([
  ["Calm%20Otter%204172", "calm-otter-4172"],
  ["CALM-OTTER", "calm-otter"],
  ["calm_otter", "calm-otter"],
])("%s means %s", (param, room) => {
  expect(guessRoom(param)).toBe(room);
});

test.each(["x", "%E6%9E%97", "%E0%A4%A", "..%2F..", ""])(
  "%j means no board",
  (param) => {
    expect(guessRoom(param)).toBeUndefined();
  },
);
