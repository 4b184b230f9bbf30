import { describe, expect, it } from "vitest";
import { createGroundLayer } from "@/client/renderer/ground-layer";
import { createStore } from "@/core/base/store";
import { VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function paintedAt(zoom: number, view = VIEW, isGridShown = createStore(true)) {
  const surface = new RecordingSurface();
  createGroundLayer({ isGridShown }).paint(surface, {
    ...view,
    camera: { x: 3, y: 4, zoom },
  });
  return surface.painted;
}

describe("the paper", () => {
  it.each([0.05, 0.13, 0.5, 1, 2.7, 30])(
    "has dots that are neither crowded nor lost at a zoom of %f",
    (zoom) => {
      const dots = paintedAt(zoom).length - 1;
      expect(dots).toBeGreaterThan(1_000);
      expect(dots).toBeLessThan(6_500);
    },
  );

  it("lets the finer dots fade in slowly as they come apart", () => {
    const faintestAt = (zoom: number) =>
      Math.min(...paintedAt(zoom).map(({ alpha }) => alpha));
    expect(faintestAt(0.71)).toBeLessThan(0.1);
    expect(faintestAt(0.8)).toBeGreaterThan(0.3);
    expect(faintestAt(1)).toBe(1);
  });

  it("is dark in the dark theme", () => {
    const [light] = paintedAt(1);
    const [dark] = paintedAt(1, { ...VIEW, theme: "dark" });
    expect(light?.colour).not.toBe(dark?.colour);
  });

  it("is plain while the grid is turned off", () => {
    const isGridShown = createStore(false);
    const plain = paintedAt(1, VIEW, isGridShown);
    expect(plain).toHaveLength(1);
    expect(plain[0]?.colour).toBe(paintedAt(1)[0]?.colour);
    let invalidations = 0;
    createGroundLayer({ isGridShown }).watch(() => (invalidations += 1));
    isGridShown.set(true);
    expect(invalidations).toBe(1);
  });
});
