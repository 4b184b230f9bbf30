import { expect, test } from "vitest";
import { LOOK_OFFER_MS, Looks } from "@/client/looks/looks";
import { asUserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import { boardPoint } from "@/core/geometry/point";
import { LOOK_MS } from "@/core/protocol/limits";
import { FakeClock } from "../../../support/fake-clock";

const at = boardPoint(3, 4);

function open() {
  const clock = new FakeClock();
  const people = [
    { slot: 1, user: "me", name: "Me", colour: "#111111", joinedAt: 0 },
    { slot: 2, user: "ben", name: "Ben", colour: "#222222", joinedAt: 0 },
  ];
  const looks = new Looks({
    clock,
    me: createStore(asUserId("me")),
    member: (slot) => people.find((one) => one.slot === slot),
  });
  const names = () => looks.all.get().map(({ name }) => name);
  return { clock, people, looks, names };
}

test("a place carries the name and colour of whoever points it out, whatever becomes of them", () => {
  const { looks, people } = open();
  looks.receive(2, at);
  people.length = 0;
  expect(looks.all.get()).toEqual([
    { key: 1, at, name: "Ben", colour: "#222222", isMine: false },
  ]);
});

test("places are kept apart, the oldest first, also those of one person", () => {
  const { looks, names } = open();
  looks.receive(2, at);
  looks.receive(1, at);
  looks.receive(2, boardPoint(9, 9));
  expect(names()).toEqual(["Ben", "Me", "Ben"]);
  expect(new Set(looks.all.get().map(({ key }) => key)).size).toBe(3);
});

test("mine is gone after it was shown, that of others once nobody can go there any more", () => {
  const { clock, looks, names } = open();
  looks.receive(1, at);
  looks.receive(2, at);
  expect(looks.all.get().map(({ isMine }) => isMine)).toEqual([true, false]);
  clock.advance(LOOK_MS);
  expect(names()).toEqual(["Ben"]);
  clock.advance(LOOK_OFFER_MS - LOOK_MS - 1);
  expect(names()).toEqual(["Ben"]);
  clock.advance(1);
  expect(names()).toEqual([]);
  expect(clock.pending).toBe(0);
});

test("one that is put away takes no other with it when its time would be over", () => {
  const { clock, looks, names } = open();
  looks.receive(2, at);
  clock.advance(5_000);
  looks.receive(2, at);
  looks.dismiss(1);
  looks.dismiss(1);
  clock.advance(5_000);
  expect(names()).toEqual(["Ben"]);
});

test("nobody points from a slot that is not taken", () => {
  const { clock, looks } = open();
  looks.receive(7, at);
  expect(looks.all.get()).toEqual([]);
  expect(clock.pending).toBe(0);
});

test("no timer is left when the page goes", () => {
  const { clock, looks } = open();
  looks.receive(1, at);
  looks.receive(2, at);
  looks.dispose();
  expect(clock.pending).toBe(0);
});
