import { expect, test } from "vitest";
import { CHUNK_BYTES, DROPPABLE_MARK_BYTES } from "@/core/protocol/limits";
import { Metrics } from "@/server/metrics/metrics";
import { addRoomMetrics } from "@/server/metrics/room-metrics";
import { Tally } from "@/server/metrics/tally";
import { addTallyMetrics } from "@/server/metrics/tally-metrics";
import { taken, TestRooms } from "../../../support/server-room";

/** The numbers that a room's metrics show now, by name and labels. */
function numbersOf(tally: Tally) {
  const metrics = new Metrics();
  addTallyMetrics(metrics, tally);
  return readNumbers(metrics);
}

function readNumbers(metrics: Metrics): Record<string, number> {
  const lines = metrics.render().trimEnd().split("\n");
  const samples = lines.filter((line) => !line.startsWith("#"));
  return Object.fromEntries(
    samples.map((line) => {
      const at = line.lastIndexOf(" ");
      return [line.slice(0, at), Number(line.slice(at))];
    }),
  );
}

const SENT_DROPPABLE = 'boardwalk_sent_frames_total{lane="droppable"}';
const SENT_RELIABLE = 'boardwalk_sent_frames_total{lane="reliable"}';

test("frames and bytes are counted by lane for every member who gets them", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  await rooms.join("stock", { isStock: true });
  rooms.settle();
  const before = numbersOf(rooms.tally);
  const messagesBefore = ada.messages.length + ben.messages.length;

  ada.gesture({ kind: "cursor", at: { x: 1, y: 2 } });
  rooms.settle();

  const after = numbersOf(rooms.tally);
  expect(after[SENT_DROPPABLE]! - before[SENT_DROPPABLE]!).toBe(2);
  expect(after[SENT_RELIABLE]).toBe(before[SENT_RELIABLE]);
  expect(ada.messages.length + ben.messages.length - messagesBefore).toBe(2);
  const bytes = 'boardwalk_sent_bytes_total{lane="droppable"}';
  // A frame's header, and the cursor.
  const [frame] = ada.messages.slice(-1);
  expect(after[bytes]! - before[bytes]!).toBe(2 * (2 + frame!.byteLength));
});

test("each chunk of a long message is a frame", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  rooms.settle();
  const writes = () => ada.writes.length + ben.writes.length;
  const before = { ...rooms.tally.sent, writes: writes() };

  ada.draw("long", new Uint8Array(2 * CHUNK_BYTES));
  await taken();
  rooms.settle();

  // Chunks are written one by one, and the number of the change after them.
  const { frames, bytes } = rooms.tally.sent;
  expect(frames - before.frames).toBe(writes() - before.writes);
  expect(frames - before.frames).toBeGreaterThanOrEqual(2 * 3);
  expect(bytes - before.bytes).toBeGreaterThan(4 * CHUNK_BYTES);
});

test("what is left out for a slow line is counted, and so is making it good", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  ben.isStuck = true;
  ben.bufferedBytes = DROPPABLE_MARK_BYTES + 1;
  ada.gesture({ kind: "cursor", at: { x: 1, y: 2 } });
  rooms.settle();
  expect(rooms.tally.skippedFrames).toBe(1);

  ben.bufferedBytes = 2 * 1024 * 1024;
  ada.draw("a");
  rooms.settle();
  ben.isStuck = false;
  ben.drain();

  expect(ben.doc.getMap("shapes").has("a")).toBe(true);
  expect(numbersOf(rooms.tally)).toMatchObject({
    'boardwalk_resyncs_total{cause="slow"}': 1,
    'boardwalk_resyncs_total{cause="pending"}': 0,
    'boardwalk_resyncs_total{cause="asked"}': 0,
  });
});

test("a member who asks again is counted", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");

  ada.sync();

  expect(rooms.tally.resyncs.asked).toBe(1);
});

test("refusals are counted by code, and closed sockets by code and reason", () => {
  const tally = new Tally();

  tally.refused("CHAT_TOO_FAST");
  tally.refused("CHAT_TOO_FAST");
  tally.closed(4400, "BAD_LIVE");
  tally.closed(4400, "BAD_MESSAGE");
  tally.closed(4400, "BAD_LIVE");

  expect(numbersOf(tally)).toMatchObject({
    'boardwalk_refusals_total{code="CHAT_TOO_FAST"}': 2,
    'boardwalk_closed_sockets_total{code="4400",reason="BAD_LIVE"}': 2,
    'boardwalk_closed_sockets_total{code="4400",reason="BAD_MESSAGE"}': 1,
  });
});

test("rooms tell their people, and how much waits for each of their sockets", async () => {
  const rooms = new TestRooms();
  const metrics = new Metrics();
  addRoomMetrics(metrics, { rooms: rooms.registry, clock: rooms.clock });
  const ada = await rooms.join("ada");
  await rooms.join("ada");
  await rooms.join("ben");
  ada.isStuck = true;
  ada.bufferedBytes = 100_000;

  expect(readNumbers(metrics)).toMatchObject({
    boardwalk_rooms: 1,
    boardwalk_sockets: 3,
    boardwalk_people: 2,
    boardwalk_waiting_bytes: 100_000,
    'boardwalk_socket_waiting_bytes_bucket{le="0"}': 2,
    'boardwalk_socket_waiting_bytes_bucket{le="65536"}': 2,
    'boardwalk_socket_waiting_bytes_bucket{le="262144"}': 3,
    boardwalk_socket_waiting_bytes_count: 3,
  });
});
