import { beforeEach, describe, expect, test } from "vitest";
import { CameraDrive } from "@/client/collaboration/camera-drive";
import { Camera } from "@/client/editor/camera";
import { FrameLoop } from "@/client/renderer/frame-loop";
import { boardPoint } from "@/core/geometry/point";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let camera: Camera;
let drive: CameraDrive;
let isReduced: boolean;
let takenOver: number;
let frames: number;

beforeEach(() => {
  clock = new FakeClock();
  camera = new Camera();
  camera.setViewport({ width: 1000, height: 500 });
  isReduced = false;
  takenOver = 0;
  frames = 0;
  const requestFrame = (callback: () => void) =>
    clock.after(16, () => {
      frames += 1;
      callback();
    });
  drive = new CameraDrive({
    camera,
    frames: new FrameLoop(requestFrame, clock),
    clock,
    hasReducedMotion: () => isReduced,
    onTakenOver: () => (takenOver += 1),
  });
});

const middle = () => camera.toBoard(camera.centre);

describe("a flight", () => {
  test("leads smoothly to the place, as large as before, and then rests", () => {
    drive.flyToPoint(boardPoint(2000, 1000));
    clock.advance(200);
    expect(middle().x).toBeGreaterThan(600);
    expect(middle().x).toBeLessThan(1900);
    clock.advance(800);
    expect(middle()).toEqual({ x: 2000, y: 1000 });
    expect(camera.state.get().zoom).toBe(1);
    const before = frames;
    clock.advance(1_000);
    expect(frames).toBe(before);
    expect(takenOver).toBe(0);
  });

  test("to a box shows all of it", () => {
    drive.flyToBox({ minX: 0, minY: 0, maxX: 4000, maxY: 500 });
    clock.advance(1_000);
    expect(camera.visibleBox()).toEqual({
      minX: 0,
      minY: -750,
      maxX: 4000,
      maxY: 1250,
    });
  });

  test("ends where the person takes the board", () => {
    drive.flyToPoint(boardPoint(2000, 1000));
    clock.advance(200);
    camera.panBy(10, 0);
    const there = camera.state.get();
    clock.advance(1_000);
    expect(takenOver).toBe(1);
    expect(camera.state.get()).toEqual(there);
  });

  test("is a jump for whoever wants less movement", () => {
    isReduced = true;
    drive.flyToPoint(boardPoint(2000, 1000));
    expect(middle()).toEqual({ x: 2000, y: 1000 });
    expect(takenOver).toBe(0);
  });
});

describe("a chase", () => {
  test("keeps up with a view that goes on, and arrives when it stops", () => {
    for (let x = 0; x <= 1000; x += 100) {
      drive.chase({ minX: x, minY: 0, maxX: x + 1000, maxY: 500 });
      clock.advance(33);
    }
    expect(camera.state.get().x).toBeGreaterThan(600);
    clock.advance(2_000);
    expect(camera.state.get()).toMatchObject({ x: 1000, y: 0, zoom: 1 });
    expect(takenOver).toBe(0);
  });

  test("comes to rest once it has arrived", () => {
    drive.chase({ minX: 10, minY: 0, maxX: 1010, maxY: 500 });
    clock.advance(3_000);
    const before = frames;
    clock.advance(3_000);
    expect(frames).toBe(before);
  });

  test("is over when it is stopped", () => {
    drive.chase({ minX: 500, minY: 0, maxX: 1500, maxY: 500 });
    clock.advance(50);
    drive.stop();
    const there = camera.state.get();
    clock.advance(1_000);
    expect(camera.state.get()).toEqual(there);
  });
});
