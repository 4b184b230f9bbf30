import { describe, expect, it } from "vitest";
import { createLaserLayer } from "@/client/renderer/laser-layer";
import type { LaserPoint } from "@/client/renderer/remote-presence";
import { FakeClock } from "../../../support/fake-clock";
import { FakeScene } from "./fake-scene";
import { FakePresence, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

const RED = "#e03131";

function watched() {
  const clock = new FakeClock();
  const scene = new FakeScene();
  const presence = new FakePresence();
  const layer = createLaserLayer(scene, presence, clock);
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const paint = () => {
    const surface = new RecordingSurface();
    const changesIn = layer.paint(surface, VIEW);
    return { changesIn, painted: surface.painted };
  };
  /** Draws a trail of `count` points to the right, one every 16 ms. */
  const draw = (count: number): LaserPoint[] => {
    const points: LaserPoint[] = [];
    for (let i = 0; i < count; i++) {
      clock.advance(16);
      points.push({ x: i * 10, y: 100, time: clock.now() });
    }
    return points;
  };
  const count = () => invalidations;
  return { clock, scene, presence, layer, paint, draw, count };
}

/** How far the fill reaches up and down around `x`. */
function widthAt(path: readonly (readonly [number, number])[], x: number) {
  const near = path.filter((point) => Math.abs(point[0] - x) < 1);
  const ys = near.map(([, y]) => y);
  return Math.max(...ys) - Math.min(...ys);
}

describe("laser pointers", () => {
  it("leave nothing to show or to wait for without a trail", () => {
    const { layer, scene, presence, paint } = watched();
    expect(layer.isEmpty()).toBe(true);
    scene.laser.set({ colour: RED, points: [] });
    presence.trails = [{ colour: RED, points: [] }];
    expect(layer.isEmpty()).toBe(true);
    expect(paint()).toEqual({ changesIn: undefined, painted: [] });
  });

  it("are shown in the colours of their people", () => {
    const { layer, scene, presence, paint, draw } = watched();
    presence.trails = [{ colour: "#1971c2", points: draw(5) }];
    scene.laser.set({ colour: RED, points: draw(5) });
    expect(layer.isEmpty()).toBe(false);
    const colours = paint().painted.map(({ colour }) => colour);
    expect(new Set(colours)).toEqual(new Set(["#1971c2", RED]));
  });

  it("get thinner towards their older end", () => {
    const { scene, paint, draw } = watched();
    scene.laser.set({ colour: RED, points: draw(30) });
    const { path } = paint().painted.at(-1)!;
    expect(widthAt(path, 0)).toBeGreaterThan(0);
    expect(widthAt(path, 280)).toBeGreaterThan(1.5 * widthAt(path, 0));
  });

  it("are gone a second after they were drawn, and move until then only", () => {
    const { clock, layer, scene, paint, draw } = watched();
    scene.laser.set({ colour: RED, points: draw(10) });
    const bright = paint();
    expect(bright.changesIn).toBe(0);
    clock.advance(900);
    const faint = paint();
    expect(faint.changesIn).toBe(0);
    expect(faint.painted.at(-1)!.alpha).toBeLessThan(
      bright.painted.at(-1)!.alpha / 2,
    );
    clock.advance(100);
    expect(layer.isEmpty()).toBe(true);
    expect(paint()).toEqual({ changesIn: undefined, painted: [] });
  });

  it("show a dot where they rest", () => {
    const { scene, paint, draw } = watched();
    scene.laser.set({ colour: RED, points: draw(1) });
    expect(paint().painted.at(-1)?.path).toContainEqual([0, 100]);
  });

  it("are painted anew when a trail has grown, and not when a cursor moves", () => {
    const { clock, scene, presence, draw, count } = watched();
    const points = draw(3);
    presence.trails = [{ colour: RED, points }];
    presence.tell();
    expect(count()).toBe(1);
    presence.cursor({ at: { x: 5, y: 5 } });
    scene.addSquare(0, 0);
    expect(count()).toBe(1);
    points.push({ x: 50, y: 100, time: clock.now() });
    presence.tell();
    expect(count()).toBe(2);
    scene.laser.set({ colour: RED, points });
    expect(count()).toBe(3);
  });
});
