import { describe, expect, it } from "vitest";
import { Camera, MAX_ZOOM, MIN_ZOOM } from "@/client/editor/camera";
import { boardPoint, screenPoint } from "@/core/geometry/point";

function cameraAt(x: number, y: number, zoom: number): Camera {
  const camera = new Camera();
  camera.setViewport({ width: 1000, height: 500 });
  camera.set({ x, y, zoom });
  return camera;
}

describe("a camera", () => {
  it("finds the way back from the screen to the board", () => {
    const camera = cameraAt(-30, 70, 2.5);
    const place = boardPoint(12, 34);
    expect(camera.toScreen(place)).toEqual({ x: 105, y: -90 });
    expect(camera.toBoard(camera.toScreen(place))).toEqual(place);
  });

  it("moves the picture by screen pixels, whatever the zoom", () => {
    const camera = cameraAt(0, 0, 4);
    camera.panBy(100, -20);
    expect(camera.state.get()).toEqual({ x: -25, y: 5, zoom: 4 });
  });

  it.each([0.5, 1.1, 3])(
    "keeps what lies under the pointer there while it zooms by %f",
    (factor) => {
      const camera = cameraAt(10, 20, 1.5);
      const pointer = screenPoint(321, 123);
      const before = camera.toBoard(pointer);
      camera.zoomAt(pointer, factor);
      const after = camera.toBoard(pointer);
      expect(camera.state.get().zoom).toBeCloseTo(1.5 * factor);
      expect(after.x).toBeCloseTo(before.x);
      expect(after.y).toBeCloseTo(before.y);
    },
  );

  it.each([
    { factor: 1e6, zoom: MAX_ZOOM },
    { factor: 1e-6, zoom: MIN_ZOOM },
  ])(
    "stops at $zoom, and still keeps what lies under the pointer",
    ({ factor, zoom }) => {
      const camera = cameraAt(10, 20, 1);
      const pointer = screenPoint(321, 123);
      const before = camera.toBoard(pointer);
      camera.zoomAt(pointer, factor);
      expect(camera.state.get().zoom).toBe(zoom);
      expect(camera.toBoard(pointer).x).toBeCloseTo(before.x);
    },
  );

  it("tells nobody when it is sent to where it is", () => {
    const camera = cameraAt(1, 2, 3);
    let changes = 0;
    camera.state.subscribe(() => (changes += 1));
    camera.set({ x: 1, y: 2, zoom: 3 });
    camera.panBy(0, 0);
    expect(changes).toBe(0);
  });

  it("refuses to go nowhere", () => {
    expect(() => cameraAt(NaN, 0, 1)).toThrow("NaN");
  });

  it("shows a large box as a whole, in the middle", () => {
    const camera = cameraAt(0, 0, 1);
    camera.fit({ minX: 1000, minY: 0, maxX: 9000, maxY: 2000 });
    const { minX, maxX, minY, maxY } = camera.visibleBox();
    expect(minX).toBeLessThan(1000);
    expect(maxX).toBeGreaterThan(9000);
    expect((minX + maxX) / 2).toBeCloseTo(5000);
    expect((minY + maxY) / 2).toBeCloseTo(1000);
  });

  it("shows a small box no larger than life", () => {
    const camera = cameraAt(0, 0, 0.3);
    camera.fit({ minX: 0, minY: 0, maxX: 10, maxY: 10 });
    expect(camera.state.get()).toEqual({ x: -495, y: -245, zoom: 1 });
  });
});
