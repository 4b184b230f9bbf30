import { expect, test } from "vitest";
import { CHUNK_BYTES } from "@/core/protocol/limits";
import { taken, TestRooms } from "../../../support/server-room";

test("the number of a long change is told after the change", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  const known: [told: number | undefined, isThere: boolean][] = [];
  ada.draw("a");
  ada.draw("b");
  ben.doc.on("update", () => {
    const isThere = ben.doc.getMap("shapes").has("long");
    known.push([ben.last("seq")?.seq, isThere]);
  });

  ada.draw("long", new Uint8Array(2 * CHUNK_BYTES));
  await taken();
  rooms.settle();

  expect(known).toEqual([
    [1, false],
    [2, true],
  ]);
  expect(ben.last("seq")?.seq).toBe(3);
});

test.each([
  { people: 3, isThere: true },
  { people: 25, isThere: false },
])(
  "a change right after another is seen within 2 ms among few, and waits for the tick in a crowd: $people people",
  async ({ people, isThere }) => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    for (let i = 2; i < people; i++) await rooms.join(`guest-${i}`);
    rooms.settle();
    ada.draw("a");
    ada.draw("b");

    rooms.clock.advance(2);

    expect(ben.doc.getMap("shapes").has("b")).toBe(isThere);
  },
);
