import { expect, test } from "vitest";
import * as limits from "@/core/protocol/limits";
import { TestRooms } from "../../../support/server-room";

test("whoever has said neither hello nor step 1 after HELLO_DEADLINE_MS is closed", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.connect("ada");

  rooms.clock.advance(limits.HELLO_DEADLINE_MS - 1);
  expect(ada.closed).toBeUndefined();
  rooms.clock.advance(1);

  expect(ada.closed).toEqual({ code: 4508, reason: "NO_HELLO" });
});

test("whoever has not answered one ping at the next, PING_INTERVAL_MS later, is cut off", async () => {
  const rooms = new TestRooms();
  const [ada, ben] = [await rooms.join("ada"), await rooms.join("ben")];
  rooms.clock.advance(limits.PING_INTERVAL_MS);
  expect([ada.pings, ben.pings]).toEqual([1, 1]);
  ben.pong();
  // Some time has passed while they came in.
  rooms.clock.advance(limits.PING_INTERVAL_MS - 500);
  expect(ada.closed).toBeUndefined();
  rooms.clock.advance(500);

  expect(ada.closed?.code).toBe(1006);
  expect(ben.closed).toBeUndefined();
});

test.each([true, false])(
  "a quiet line carries a message every KEEP_ALIVE_MS; a stock client's: %s",
  async (isStock) => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada", { isStock });
    for (let i = 0; i < 5; i++) {
      const heard = ada.messages.length;
      rooms.clock.advance(limits.KEEP_ALIVE_MS);
      ada.pong();
      expect(ada.messages.length).toBeGreaterThan(heard);
    }
  },
);

test("a slot rests for SLOT_REST_MS before somebody else gets it", async () => {
  const rooms = new TestRooms();
  await rooms.join("ada");
  const ben = await rooms.join("ben");
  const slot = ben.last("welcome")?.slot;
  ben.leave();
  const slotOf = async (user: string) =>
    (await rooms.join(user)).last("welcome")?.slot;
  expect(await slotOf("cy")).not.toBe(slot);

  rooms.clock.advance(limits.SLOT_REST_MS);

  expect(await slotOf("dora")).toBe(slot);
});
