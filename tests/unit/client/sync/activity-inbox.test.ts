import { beforeEach, expect, test } from "vitest";
import {
  ActivityInbox,
  type ActivityMessage,
} from "@/client/sync/activity-inbox";

let inbox: ActivityInbox;
let read: ActivityMessage[];

const say = (slot: number, text: string): ActivityMessage => ({
  kind: "say",
  slot,
  text,
});

beforeEach(() => {
  inbox = new ActivityInbox();
  read = [];
});

const open = () => inbox.open((message) => read.push(message));

test("what comes before anybody reads is kept, of each member the last of a kind", () => {
  inbox.receive(say(1, "a"));
  inbox.receive(say(2, "b"));
  inbox.receive(say(1, "c"));
  open();
  expect(read).toEqual([say(1, "c"), say(2, "b")]);
  inbox.receive(say(1, "d"));
  expect(read.at(-1)).toEqual(say(1, "d"));
});

test("what was kept does not outlive the line, whose next server gives slots anew", () => {
  inbox.receive(say(1, "a"));
  inbox.disconnected();
  open();
  expect(read).toEqual([]);
});

test("what comes after the reader has gone is kept for the next", () => {
  open()();
  inbox.receive(say(1, "a"));
  expect(read).toEqual([]);
  open();
  expect(read).toEqual([say(1, "a")]);
});
