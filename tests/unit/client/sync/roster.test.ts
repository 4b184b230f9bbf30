import { beforeEach, expect, test } from "vitest";
import { Roster } from "@/client/sync/roster";
import { asUserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import type { Member } from "@/core/protocol/control-message";

let roster: Roster;
let left: number[];

const member = (slot: number, user: string, joinedAt = slot): Member => ({
  slot,
  user,
  name: user,
  colour: "#1971c2",
  joinedAt,
});
const receive = (joined: Member[], gone: number[] = [], full = false) =>
  roster.receiveRoster({ kind: "roster", full, joined, left: gone });
const names = () => roster.people.get().here.map((person) => person.name);

beforeEach(() => {
  roster = new Roster(createStore(asUserId("me")));
  left = [];
  roster.onLeave((slot) => left.push(slot));
});

test("people are listed me first, then by when they came", () => {
  receive([member(3, "cleo"), member(2, "ben"), member(9, "me")], [], true);
  expect(names()).toEqual(["me", "ben", "cleo"]);
});

test("two tabs are one person until the last of them is closed", () => {
  receive([member(1, "me"), member(2, "ben"), member(3, "ben")], [], true);
  expect(roster.people.get().here[1]).toMatchObject({
    name: "ben",
    slots: [2, 3],
    joinedAt: 2,
  });
  receive([], [2]);
  expect(names()).toEqual(["me", "ben"]);
  receive([], [3]);
  expect(names()).toEqual(["me"]);
  expect(left).toEqual([2, 3]);
});

test("a known slot that joins again has a new name", () => {
  receive([member(1, "me")], [], true);
  receive([{ ...member(1, "me"), name: "Ada" }]);
  expect(names()).toEqual(["Ada"]);
});

test("a full roster replaces the one before and tells who is gone", () => {
  receive([member(1, "me"), member(2, "ben")], [], true);
  receive([member(1, "me"), member(4, "cleo")], [], true);
  expect(names()).toEqual(["me", "cleo"]);
  expect(left).toEqual([2]);
});

test("a count that is older than the last one is ignored", () => {
  roster.receiveCount({ kind: "count", people: 3, version: 8 });
  roster.receiveCount({ kind: "count", people: 9, version: 7 });
  expect(roster.people.get().count).toBe(3);
});

test("a cut leaves nobody, and the next server may count from the beginning", () => {
  receive([member(1, "me"), member(2, "ben")], [], true);
  roster.receiveCount({ kind: "count", people: 2, version: 50 });
  roster.disconnected();
  expect(roster.people.get()).toEqual({ here: [], count: 0 });
  expect(left).toEqual([1, 2]);
  roster.receiveCount({ kind: "count", people: 1, version: 0 });
  expect(roster.people.get().count).toBe(1);
});
