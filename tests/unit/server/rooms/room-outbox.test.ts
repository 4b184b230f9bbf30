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
