import { describe, expect, it } from "vitest";
import { createGroundLayer } from "@/client/renderer/ground-layer";
import { createStore } from "@/core/base/store";
import { VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

/** A row of dots, copied to where it is seen. */
interface Row {
  readonly dots: RecordingSurface["painted"];
  /** Where its dots begin. */
  readonly xs: readonly number[];
  readonly y: number;
}

class Paper extends RecordingSurface {
  rows: Row[] = [];

  override drawImage(image: unknown, ...numbers: number[]): void {
    const [left, from, , size, x, y] = numbers as [number, number, ...number[]];
    const dots = (image as RecordingSurface).painted.filter(
      ({ path }) => path[0]![1] >= from && path[0]![1] < from + size!,
    );
    const xs = dots.map(({ path }) => path[0]![0] - left + x!);
    this.rows.push({ dots, xs, y: y! });
  }
}

const createPicture = () => {
  const surface = new RecordingSurface();
  return { surface, image: surface as unknown as OffscreenCanvas };
};

function paintedAt(
  zoom: number,
  view = VIEW,
  isGridShown = createStore(true),
  camera = { x: 3, y: 4 },
) {
  const paper = new Paper();
  createGroundLayer({ isGridShown }, createPicture).paint(paper, {
    ...view,
    camera: { ...camera, zoom },
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

  it.each([
    [1, 1],
    [1, 1.25],
    [1.07, 1],
    [0.31, 2],
  ])(
    "has its dots where the grid is, at a zoom of %f and %f pixels to one of CSS",
    (zoom, pixelRatio) => {
      const scale = zoom * pixelRatio;
      const camera = { x: 30 / scale, y: -40 / scale };
      const { rows } = paintedAt(
        zoom,
        { ...VIEW, pixelRatio },
        undefined,
        camera,
      );
      const size = Math.round(1.5 * pixelRatio);
      const step = zoom < 0.5 ? 80 : 20;
      const places = (from: number, length: number) => {
        const seen: number[] = [];
        for (let line = -100; line < 1000; line++) {
          const place = Math.round(line * step * scale - from - size / 2);
          if (place > -size && place < length) seen.push(place);
        }
        return seen;
      };
      const width = VIEW.width * pixelRatio;
      expect(rows.map(({ y }) => y)).toEqual(
        places(-40, VIEW.height * pixelRatio),
      );
      for (const { xs } of rows)
        expect(xs.filter((x) => x > -size && x < width)).toEqual(
          places(30, width),
        );
    },
  );

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
