import { expect, test } from "vitest";
import { TypingPeople } from "@/client/chat/typing-people";
import { TYPING_MS } from "@/core/protocol/limits";
import { FakeClock } from "../../../support/fake-clock";

function open() {
  const clock = new FakeClock();
  return { clock, typing: new TypingPeople(clock) };
}

test("people stand in the order in which they began, however often they say so", () => {
  const { typing } = open();
  for (const user of ["ben", "cleo", "ben"]) typing.types(user);
  expect(typing.users.get()).toEqual(["ben", "cleo"]);
});

test("whoever does not go on is forgotten after five seconds", () => {
  const { clock, typing } = open();
  typing.types("ben");
  clock.advance(TYPING_MS - 1);
  typing.types("ben");
  clock.advance(TYPING_MS - 1);
  expect(typing.users.get()).toEqual(["ben"]);
  clock.advance(1);
  expect(typing.users.get()).toEqual([]);
});

test("whoever stops and begins anew stands last", () => {
  const { typing } = open();
  typing.types("ben");
  typing.types("cleo");
  typing.stops("ben");
  typing.types("ben");
  expect(typing.users.get()).toEqual(["cleo", "ben"]);
});

test("nothing changes when somebody stops who was not typing, or goes on", () => {
  const { typing } = open();
  typing.types("ben");
  let changes = 0;
  typing.users.subscribe(() => (changes += 1));
  typing.stops("cleo");
  typing.types("ben");
  expect(changes).toBe(0);
});

test("no timer is left when the page goes", () => {
  const { clock, typing } = open();
  typing.types("ben");
  typing.types("cleo");
  typing.dispose();
  expect(clock.pending).toBe(0);
});
