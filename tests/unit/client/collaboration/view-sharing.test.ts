import { beforeEach, expect, test } from "vitest";
import { ViewSharing } from "@/client/collaboration/view-sharing";
import { Camera } from "@/client/editor/camera";
import type { Box } from "@/core/geometry/box";
import { FakeClock } from "../../../support/fake-clock";
import { FakeRoom } from "./fakes";

let clock: FakeClock;
let camera: Camera;
let room: FakeRoom;
let shown: Box[];
let sharing: ViewSharing;

beforeEach(() => {
  clock = new FakeClock();
  camera = new Camera();
  camera.setViewport({ width: 1000, height: 500 });
  room = new FakeRoom("me", "ben", "cleo");
  shown = [];
  sharing = new ViewSharing({
    activities: room.activities,
    camera,
    lane: { showView: (box) => shown.push(box) },
    clock,
    mySlot: () => 0,
  });
});

test("nothing of the view is told while nobody follows", () => {
  camera.panBy(10, 0);
  room.does(1, { following: 2 });
  camera.panBy(10, 0);
  clock.advance(5_000);
  expect(shown).toEqual([]);
});

test("a follower gets the view at once, at each change and once a second, until the last has gone", () => {
  room.does(1, { following: 0 });
  expect(shown).toEqual([{ minX: 0, minY: 0, maxX: 1000, maxY: 500 }]);
  camera.panBy(-10, 0);
  expect(shown).toHaveLength(2);
  clock.advance(2_000);
  expect(shown).toHaveLength(4);

  room.does(2, { following: 0 });
  room.does(1, {});
  camera.panBy(-10, 0);
  expect(shown).toHaveLength(5);
  room.leave(2);
  camera.panBy(-10, 0);
  clock.advance(2_000);
  expect(shown).toHaveLength(5);
});

test("nothing goes on after its end", () => {
  room.does(1, { following: 0 });
  sharing.dispose();
  camera.panBy(-10, 0);
  expect(shown).toHaveLength(1);
  expect(clock.pending).toBe(0);
});
