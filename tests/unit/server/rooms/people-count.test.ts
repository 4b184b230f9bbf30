import { expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import { PeopleCount, type Visit } from "@/server/rooms/people-count";
import { FakeClock } from "../../../support/fake-clock";

const ada = asUserId("ada");
const ben = asUserId("ben");

function counting() {
  const clock = new FakeClock();
  const counts: number[] = [];
  const people: PeopleCount = new PeopleCount(clock, () =>
    counts.push(people.current.people),
  );
  return { clock, counts, people };
}

test("two tabs of one person count once", () => {
  const { counts, people } = counting();

  people.join(ada, "ada");
  people.join(ada, "ada");
  people.join(ben, "ben");

  expect(counts).toEqual([1, 2]);
});

test("the count falls five seconds after a person's last connection", () => {
  const { clock, counts, people } = counting();
  people.join(ada, "ada");
  people.join(ben, "ben");
  people.join(ben, "ben");

  people.leave(ben, "ben");
  clock.advance(60_000);
  expect(people.current.people).toBe(2);
  people.leave(ben, "ben");
  clock.advance(4_999);
  expect(people.current.people).toBe(2);
  clock.advance(1);

  expect(counts).toEqual([1, 2, 1]);
});

test("a reload is no event", () => {
  const { clock, counts, people } = counting();
  people.join(ada, "ada");

  people.leave(ada, "ada");
  clock.advance(3_000);
  people.join(ada, "ada");
  clock.advance(60_000);

  expect(counts).toEqual([1]);
});

test("leaving again within the grace starts it anew", () => {
  const { clock, people } = counting();
  people.join(ada, "ada");
  people.leave(ada, "ada");
  clock.advance(4_000);
  people.join(ada, "ada");
  people.leave(ada, "ada");

  clock.advance(4_000);
  expect(people.current.people).toBe(1);
  clock.advance(1_000);

  expect(people.current.people).toBe(0);
});

test("the version rises with each change, also into the next life of a room", () => {
  const { clock, people } = counting();
  const versions = [people.current.version];
  people.join(ada, "ada");
  versions.push(people.current.version);
  people.join(ben, "ben");
  versions.push(people.current.version);
  clock.advance(1_000);
  versions.push(new PeopleCount(clock, () => {}).current.version);

  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(new Set(versions).size).toBe(versions.length);
});

test("nothing is left behind when it is disposed of", () => {
  const { clock, people } = counting();
  people.join(ada, "ada");
  people.leave(ada, "ada");

  people.dispose();

  expect(clock.pending).toBe(0);
});

test("a person is said to have come once, and to have left after the grace, by their name then", () => {
  const clock = new FakeClock();
  const visits: Visit[] = [];
  const people = new PeopleCount(clock, (visit) => visits.push(visit));
  people.join(ada, "Ada");
  people.join(ada, "Ada");
  people.leave(ada, "Ada");
  people.leave(ada, "Ada L.");
  clock.advance(3_000);
  people.join(ada, "Ada L.");
  people.leave(ada, "Ada L.");
  expect(visits).toHaveLength(1);
  clock.advance(5_000);

  expect(visits).toEqual([
    { event: "joined", user: ada, name: "Ada" },
    { event: "left", user: ada, name: "Ada L." },
  ]);
});
