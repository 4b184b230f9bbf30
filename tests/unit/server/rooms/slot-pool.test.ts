import { expect, test } from "vitest";
import { SlotPool } from "@/server/rooms/slot-pool";
import { FakeClock } from "../../../support/fake-clock";

test("gives out the smallest free slots", () => {
  const slots = new SlotPool(new FakeClock());

  expect([slots.take(), slots.take(), slots.take()]).toEqual([0, 1, 2]);
});

test("lets a slot rest for a minute before somebody else gets it", () => {
  const clock = new FakeClock();
  const slots = new SlotPool(clock);
  slots.take();
  slots.take();
  slots.giveBack(0);

  clock.advance(59_999);
  expect(slots.take()).toBe(2);
  clock.advance(1);

  expect(slots.take()).toBe(0);
});
