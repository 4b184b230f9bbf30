import { describe, expect, it } from "vitest";
import { createGroundLayer } from "@/client/renderer/ground-layer";
import { createStore } from "@/core/base/store";
import { VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

/** A row of dots, copied to where it is seen. */
interface Row {
  readonly dots: RecordingSurface["painted"];
  readonly y: number;
}

class Paper extends RecordingSurface {
  rows: Row[] = [];

  override drawImage(image: unknown, ...numbers: number[]): void {
    const [, from, , size, , y] = numbers as [number, number, ...number[]];
    const dots = (image as RecordingSurface).painted.filter(
      ({ path }) => path[0]![1] >= from && path[0]![1] < from + size!,
    );
    this.rows.push({ dots, y: y! });
  }
}

const createPicture = () => {
  const surface = new RecordingSurface();
  return { surface, image: surface as unknown as OffscreenCanvas };
};

function paintedAt(zoom: number, view = VIEW, isGridShown = createStore(true)) {
  const paper = new Paper();
  createGroundLayer({ isGridShown }, createPicture).paint(paper, {
    ...view,
    camera: { x: 3, y: 4, zoom },
  });
  return paper;
}

const dotsOf = ({ rows }: Paper) => rows.flatMap(({ dots }) => dots);

describe("the paper", () => {
  it.each([0.05, 0.13, 0.5, 1, 2.7, 30])(
    "has dots that are neither crowded nor lost at a zoom of %f",
    (zoom) => {
      const dots = dotsOf(paintedAt(zoom)).length;
      expect(dots).toBeGreaterThan(1_000);
      expect(dots).toBeLessThan(6_500);
    },
  );

  it("has its dots where the grid is", () => {
    const { rows } = paintedAt(1);
    const [row] = rows;
    // The first dot right of x = 3 and below y = 4 is that at 20, 20, whose middle is a pixel of two.
    expect(row!.y).toBe(20 - 4 - 1);
    expect(row!.dots[0]!.path[0]![0]).toBe(20 - 3 - 1);
    expect(rows[1]!.y - row!.y).toBe(20);
  });

  it("lets the finer dots fade in slowly as they come apart", () => {
    const faintestAt = (zoom: number) =>
      Math.min(...dotsOf(paintedAt(zoom)).map(({ alpha }) => alpha));
    expect(faintestAt(0.71)).toBeLessThan(0.1);
    expect(faintestAt(0.8)).toBeGreaterThan(0.3);
    expect(faintestAt(1)).toBe(1);
  });

  it("lets only those of every other row and column stay, as they come together", () => {
    const { rows } = paintedAt(0.71);
    const strong = rows.map(({ dots }) =>
      dots.filter(({ alpha }) => alpha === 1),
    );
    const [even, odd] = strong[0]!.length > 0 ? [0, 1] : [1, 0];
    expect(strong[even]!.length).toBeGreaterThan(20);
    expect(strong[even]!.length).toBeLessThan(rows[even]!.dots.length);
    expect(strong[odd]).toEqual([]);
  });

  it("is dark in the dark theme", () => {
    const [light] = paintedAt(1).painted;
    const [dark] = paintedAt(1, { ...VIEW, theme: "dark" }).painted;
    expect(light?.colour).not.toBe(dark?.colour);
  });

  it("is plain while the grid is turned off", () => {
    const isGridShown = createStore(false);
    const plain = paintedAt(1, VIEW, isGridShown);
    expect(plain.rows).toEqual([]);
    expect(plain.painted[0]?.colour).toBe(paintedAt(1).painted[0]?.colour);
    let invalidations = 0;
    createGroundLayer({ isGridShown }, createPicture).watch(
      () => (invalidations += 1),
    );
    isGridShown.set(true);
    expect(invalidations).toBe(1);
  });
});
