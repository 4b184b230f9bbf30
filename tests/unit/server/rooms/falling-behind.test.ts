import { expect, test } from "vitest";
import {
  CHUNK_BYTES,
  MAX_BUFFERED_BYTES,
  STUCK_MS,
} from "@/core/protocol/limits";
import type { FakeMember } from "../../../support/server-fake-member";
import { taken, TestRooms } from "../../../support/server-room";

const CONTENT = new Uint8Array(CHUNK_BYTES / 2);
/** So many changes of this size find no room in a line that takes nothing. */
const TOO_MANY = (3 * MAX_BUFFERED_BYTES) / CONTENT.byteLength;

/** What is on the member's board; of long contents their length, which is quicker to compare. */
const shapesOf = ({ doc }: FakeMember) =>
  Object.fromEntries(
    [...doc.getMap("shapes")].map(([id, value]) => [
      id,
      value instanceof Uint8Array ? value.byteLength : value,
    ]),
  );

/** Two people in a room and a third whose line takes nothing while the first draws. */
async function withSlow({ isStock }: { isStock: boolean }) {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  const slow = await rooms.join("slow", { isStock });
  slow.isStuck = true;
  const drawMuch = async () => {
    for (let i = 0; i < TOO_MANY; i++) {
      ada.draw(`shape-${i % 5}`, CONTENT);
      ada.draw(`last`, i);
      await taken();
      rooms.settle();
    }
  };
  return { rooms, ada, ben, slow, drawMuch };
}

test.each([{ isStock: false }, { isStock: true }])(
  "a line that takes nothing is not filled above the mark, and has the same document once it does (%o)",
  async ({ isStock }) => {
    const { rooms, ada, ben, slow, drawMuch } = await withSlow({ isStock });
    await drawMuch();
    expect(slow.bufferedBytes).toBeLessThanOrEqual(MAX_BUFFERED_BYTES);
    expect(shapesOf(slow)).not.toEqual(shapesOf(ada));
    expect(shapesOf(ben)).toEqual(shapesOf(ada));

    slow.isStuck = false;
    slow.drain();
    expect(shapesOf(slow)).toEqual(shapesOf(ada));

    ada.draw("after");
    rooms.settle();
    expect(shapesOf(slow)).toEqual(shapesOf(ada));
    expect(slow.closed).toBeUndefined();
  },
);

test("a line that stands still for long is closed, and its member has everything after coming again", async () => {
  const { rooms, ada, slow, drawMuch } = await withSlow({ isStock: false });
  await drawMuch();
  rooms.clock.advance(STUCK_MS + 1_000);
  expect(slow.closed).toEqual({ code: 1013, reason: "SLOW_CONSUMER" });
  slow.leave();

  const again = await rooms.join("slow");
  expect(shapesOf(again)).toEqual(shapesOf(ada));
});

test("a line that goes on taking a little is given its time", async () => {
  const { rooms, ada, slow, drawMuch } = await withSlow({ isStock: false });
  await drawMuch();
  for (let second = 0; second < 30; second++) {
    slow.bufferedBytes -= 1_000;
    rooms.clock.advance(1_000);
  }
  expect(slow.closed).toBeUndefined();
  slow.isStuck = false;
  slow.drain();
  expect(shapesOf(slow)).toEqual(shapesOf(ada));
});

test("who is behind is told all that is not of the document", async () => {
  const { rooms, ada, slow, drawMuch } = await withSlow({ isStock: false });
  await drawMuch();
  ada.control({
    kind: "hello",
    protocol: 1,
    name: "Ada Lovelace",
    clientId: 1,
  });
  rooms.settle();
  expect(slow.last("roster")?.joined).toMatchObject([{ name: "Ada Lovelace" }]);
});

test("more in one tick than a line has room for reaches a line that is free", async () => {
  const { rooms, ada, ben } = await withSlow({ isStock: false });
  for (let i = 0; i < TOO_MANY; i++) {
    ada.draw(`shape-${i}`, CONTENT);
    await taken();
  }
  rooms.settle();
  expect(shapesOf(ben)).toEqual(shapesOf(ada));
});

test("a long change waits for a line on which another is on its way", async () => {
  const { rooms, ada, slow } = await withSlow({ isStock: false });
  for (let i = 0; i < 3; i++) {
    ada.draw(`long-${i}`, new Uint8Array(20 * CHUNK_BYTES));
    await taken();
    rooms.settle();
  }
  expect(slow.bufferedBytes).toBeLessThanOrEqual(MAX_BUFFERED_BYTES);
  slow.isStuck = false;
  for (let i = 0; i < 3; i++) slow.drain();
  expect(shapesOf(slow)).toEqual(shapesOf(ada));
});
