import { expect, test } from "vitest";
import {
  parseRecentBoards,
  withBoard,
  withoutBoard,
  type RecentBoard,
} from "@/components/home/recent-boards";
import { asBoardId } from "@/core/base/ids";

const board = (name: string, at: number): RecentBoard => ({
  room: asBoardId(name),
  at,
});

test("a board that is opened again moves to the head and stands there once", () => {
  const before = [board("calm-otter", 2), board("bold-fox", 1)];
  expect(withBoard(before, board("bold-fox", 3))).toEqual([
    board("bold-fox", 3),
    board("calm-otter", 2),
  ]);
});

test("the list drops the oldest when it grows too long", () => {
  let boards: RecentBoard[] = [];
  for (let i = 0; i < 20; i++)
    boards = withBoard(boards, board(`room-${i}`, i));
  expect(boards).toHaveLength(8);
  expect(boards[0]).toEqual(board("room-19", 19));
});

test("a board can be taken off the list", () => {
  const before = [board("calm-otter", 2), board("bold-fox", 1)];
  expect(withoutBoard(before, asBoardId("calm-otter"))).toEqual([
    board("bold-fox", 1),
  ]);
});

test("what was stored is read again", () => {
  const boards = [board("calm-otter", 2), board("bold-fox", 1)];
  expect(parseRecentBoards(JSON.stringify(boards))).toEqual(boards);
});

test.each(["", "nonsense", "null", "{}", '"text"', "[1, null, []]"])(
  "stored %j is read as no boards",
  (text) => {
    expect(parseRecentBoards(text)).toEqual([]);
  },
);

test("entries that are no boards are left out", () => {
  const text = JSON.stringify([
    { room: "No Room", at: 1 },
    { room: "calm-otter", at: "today" },
    { room: "bold-fox" },
    { room: "calm-otter", at: 2 },
  ]);
  expect(parseRecentBoards(text)).toEqual([board("calm-otter", 2)]);
});
