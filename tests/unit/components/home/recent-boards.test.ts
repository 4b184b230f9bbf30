import { expect, test } from "vitest";
import {
  inShownOrder,
  parseRecentBoards,
  withBoard,
  withChange,
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
  for (let i = 0; i < 40; i++)
    boards = withBoard(boards, board(`room-${i}`, i));
  expect(boards).toHaveLength(24);
  expect(boards[0]).toEqual(board("room-39", 39));
});

test("a pinned board is never dropped, and is shown first", () => {
  const pinned = { ...board("our-plans", 0), isPinned: true };
  let boards: RecentBoard[] = [pinned];
  for (let i = 1; i < 40; i++)
    boards = withBoard(boards, board(`room-${i}`, i));
  expect(boards).toHaveLength(25);
  expect(inShownOrder(boards).slice(0, 2)).toEqual([
    pinned,
    board("room-39", 39),
  ]);
});

test("a board keeps its pin and its title when it is opened again", () => {
  const before = [
    { ...board("our-plans", 1), title: "Our plans", isPinned: true },
  ];
  expect(withBoard(before, board("our-plans", 2))).toEqual([
    { ...before[0], at: 2 },
  ]);
});

test("a change of a board leaves it in its place", () => {
  const before = [board("calm-otter", 2), board("bold-fox", 1)];
  const change = { title: "Foxes" };
  expect(withChange(before, asBoardId("bold-fox"), change)).toEqual([
    board("calm-otter", 2),
    { ...board("bold-fox", 1), title: "Foxes" },
  ]);
});

test("a board can be taken off the list", () => {
  const before = [board("calm-otter", 2), board("bold-fox", 1)];
  expect(withoutBoard(before, asBoardId("calm-otter"))).toEqual([
    board("bold-fox", 1),
  ]);
});

test("what was stored is read again", () => {
  const boards = [
    { ...board("calm-otter", 2), title: "Otters", isPinned: true },
    board("bold-fox", 1),
  ];
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
