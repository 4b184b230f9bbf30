import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import { PLANS, TestRooms } from "../../../support/server-room";
import type { FakeMember } from "../../../support/server-fake-member";

const PEOPLE = 60;
/** Longer than the pause between two slices. */
const A_WHILE = 20;

describe("rooms that are drained", () => {
  test("send their members away some at a time, all with the same time to come back in", async () => {
    const rooms = new TestRooms();
    const people: FakeMember[] = [];
    for (let i = 0; i < PEOPLE; i++)
      people.push(
        await rooms.connectTo(asBoardId(`room-${i % 3}`), `person-${i}`),
      );
    const gone = () => people.filter(({ closed }) => closed).length;

    const draining = rooms.registry.drain();
    expect(gone()).toBe(50);
    rooms.clock.advance(A_WHILE);
    await draining;

    for (const { closed } of people)
      expect(closed).toEqual({
        code: 1012,
        reason: `RESTARTING spread=${PEOPLE * 10}`,
      });
  });

  test("take in what is drawn until its turn has come", async () => {
    const rooms = new TestRooms();
    const people: FakeMember[] = [];
    for (let i = 0; i < PEOPLE; i++) people.push(await rooms.join(`p-${i}`));
    const last = people.at(-1)!;

    const draining = rooms.registry.drain();
    expect(last.closed).toBeUndefined();
    last.draw("late");
    rooms.clock.advance(A_WHILE);
    await draining;

    expect((await rooms.storage.load(PLANS))?.lastSeq).toBe(1);
  });
});
