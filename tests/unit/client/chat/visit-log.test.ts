import { beforeEach, expect, test } from "vitest";
import { VisitLog } from "@/client/chat/visit-log";
import { asUserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";

const me = createStore(asUserId("me"));
let here: string[];
let log: VisitLog;

beforeEach(() => {
  me.set(asUserId("me"));
  here = [];
  log = new VisitLog({ me, here: () => here });
});

const visit = (user: string, event: "joined" | "left", at = 1) =>
  log.receive({ event, user, name: user, at });
const lines = () =>
  log.visits.get().map(({ user, event }) => `${user} ${event}`);

test("those who come and go are noted in their order", () => {
  visit("ben", "joined");
  visit("cleo", "joined");
  visit("ben", "left");
  expect(lines()).toEqual(["ben joined", "cleo joined", "ben left"]);
});

test("oneself is not, under the name that the server gave just now", () => {
  visit("me", "joined");
  me.set(asUserId("other"));
  visit("other", "left");
  visit("me", "joined");
  expect(lines()).toEqual(["me joined"]);
});

test("who was here before a cut does not come anew, but goes, and may come back", () => {
  here = ["ben"];
  log.cut();
  here = [];
  visit("ben", "joined");
  visit("ben", "left");
  visit("ben", "joined");
  expect(lines()).toEqual(["ben left", "ben joined"]);
});

test("who went right after a cut and comes back is noted both times", () => {
  here = ["ben"];
  log.cut();
  visit("ben", "left");
  visit("ben", "joined");
  expect(lines()).toEqual(["ben left", "ben joined"]);
});

test("only the newest hundred are kept", () => {
  for (let i = 0; i < 130; i++) visit(`p${i}`, "joined");
  expect(lines()).toHaveLength(100);
  expect(lines()[0]).toBe("p30 joined");
  expect(lines().at(-1)).toBe("p129 joined");
});
