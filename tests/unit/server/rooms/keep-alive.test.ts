import { describe, expect, test } from "vitest";
import { TestRooms } from "../../../support/server-room";

/** Lets time pass by the second, with everybody who is asked answering. */
function passTime(
  rooms: TestRooms,
  seconds: number,
  everySecond: (second: number) => void,
): void {
  for (let second = 1; second <= seconds; second++) {
    rooms.clock.advance(1000);
    everySecond(second);
  }
}

describe("a quiet room", () => {
  test("loses nobody in two minutes, and says something to everybody each 15 s", async () => {
    const rooms = new TestRooms();
    const ours = await rooms.join("ada");
    const stock = await rooms.join("ben", { isStock: true });
    for (const member of [ours, stock]) {
      let heard = member.messages.length;
      let heardAt = 0;
      let longest = 0;
      passTime(rooms, 120, (second) => {
        ours.pong();
        stock.pong();
        if (member.messages.length === heard) return;
        longest = Math.max(longest, second - heardAt);
        heardAt = second;
        heard = member.messages.length;
      });

      expect(longest).toBeLessThanOrEqual(15);
      expect(120 - heardAt).toBeLessThan(15);
      expect(member.isOpen).toBe(true);
    }
  });

  test("tells our own the log's number, and stock clients that nobody has changed", async () => {
    const rooms = new TestRooms();
    const ours = await rooms.join("ada");
    const stock = await rooms.join("ben", { isStock: true });
    rooms.clock.advance(15_000);

    expect(ours.last("seq")).toEqual({ kind: "seq", seq: 0 });
    expect([...stock.messages.at(-1)!]).toEqual([1, 1, 0]);
  });

  test("cuts off a member who does not answer a ping until the next", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");

    passTime(rooms, 49, () => ada.pong());
    expect(ben.pings).toBe(1);
    expect(ben.closed).toBeUndefined();
    passTime(rooms, 1, () => ada.pong());

    expect(ben.closed?.code).toBe(1006);
    expect(ada.closed).toBeUndefined();
    expect(ada.last("roster")?.left).toHaveLength(1);
  });

  test("keeps a member on a slow line as long as it takes what has piled up", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.draw("a", new Uint8Array(2 * 1024 * 1024));
    const ben = await rooms.connect("ben");
    ben.isStuck = true;
    ben.hello("ben");
    ben.sync();

    passTime(rooms, 120, () => {
      ada.pong();
      ben.bufferedBytes = Math.max(1, ben.bufferedBytes - 1000);
    });
    expect(ben.pings).toBeGreaterThan(2);
    expect(ben.closed).toBeUndefined();
    passTime(rooms, 60, () => ada.pong());

    expect(ben.closed?.code).toBe(1006);
  });

  test("takes any message for a sign of life", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");

    passTime(rooms, 120, (second) => {
      if (second % 20 === 0) ada.control({ kind: "barrier", n: second });
    });

    expect(ada.closed).toBeUndefined();
  });
});
