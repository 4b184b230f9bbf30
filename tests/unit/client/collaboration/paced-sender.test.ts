import { beforeEach, expect, test } from "vitest";
import { PacedSender } from "@/client/collaboration/paced-sender";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let sent: string[];
let sender: PacedSender<string>;

beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  sender = new PacedSender({
    clock,
    interval: 100,
    send: (value) => sent.push(value),
  });
});

test("the first value is sent at once, and of those that follow the last", () => {
  for (const value of ["a", "b", "c"]) sender.push(value);
  expect(sent).toEqual(["a"]);
  clock.advance(100);
  expect(sent).toEqual(["a", "c"]);
});

test("after the first no more than ten are sent in a second", () => {
  for (let i = 0; i < 100; i++) {
    sender.push(`${i}`);
    clock.advance(10);
  }
  expect(sent).toHaveLength(11);
});

test("a value that comes late is sent at once", () => {
  sender.push("a");
  clock.advance(500);
  sender.push("b");
  expect(sent).toEqual(["a", "b"]);
});

test("what waits when it ends is not sent", () => {
  sender.push("a");
  sender.push("b");
  sender.dispose();
  clock.advance(1_000);
  expect(sent).toEqual(["a"]);
  expect(clock.pending).toBe(0);
});
