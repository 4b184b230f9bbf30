import { describe, expect, test } from "vitest";

import { seededRandom, type Random } from "@/core/base/random";
import {
  boxBetween,
  containsPoint,
  expand,
  heightOf,
  moved,
  widthOf,
  type Box,
} from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { cornersOf } from "@/core/geometry/turn";
import { paintBox } from "@/core/shapes/placed-shape";
import { RecordReader } from "@/core/shapes/record-reader";
import type { Shape, ShapeKindName } from "@/core/shapes/shape";
import {
  findKind,
  kindOf,
  registerKind,
  shapeKinds,
} from "@/core/shapes/shape-kinds";
import type { StyleValues } from "@/core/shapes/style";
import { boardSeeds } from "../../../support/board-seeds";
import { randomShape } from "../../../support/board-shapes";
import { BoardSurface } from "../../../support/board-surface";

const NAMES = Object.keys(shapeKinds) as ShapeKindName[];

/** A value for each style that no kind has by default. */
const OTHER_STYLES: StyleValues = {
  stroke: "#123456",
  fill: "#abcdef",
  fillStyle: "cross",
  strokeWidth: 7,
  dash: "dotted",
  radius: 13,
  opacity: 0.3,
  font: "mono",
  fontSize: 33,
  align: "end",
};

/** What every record holds, whatever the kind. */
const BASE_STYLES = ["stroke", "strokeWidth", "opacity"];

test.each(["hologram", "", "constructor", "__proto__", "toString"])(
  "there is no kind called %j",
  (name) => {
    expect(findKind(name)).toBeUndefined();
  },
);

test("a kind can be added under a name that is free, and taken away", () => {
  const remove = registerKind({ ...shapeKinds.group, name: "hologram" });
  expect(findKind("hologram")?.name).toBe("hologram");
  expect(() => registerKind({ ...shapeKinds.group, name: "note" })).toThrow(
    RangeError,
  );
  remove();
  expect(findKind("hologram")).toBeUndefined();
});

describe.each(NAMES)("a shape of the kind %s", (name) => {
  const shapes = shapesOf(name);

  test("is found under its name", () => {
    expect(findKind(name)).toBe(shapeKinds[name]);
    expect(shapeKinds[name].name).toBe(name);
  });

  test("paints within its reach, in both themes", () => {
    for (const shape of shapes) {
      for (const theme of ["light", "dark"] as const) {
        const surface = new BoardSurface();
        kindOf(shape).paint(shape, { surface, theme, scale: 1 });
        const { painted } = surface;
        if (!painted) continue;
        const limits = expand(paintBox(shape), 0.01);
        expect(isWithin(moved(painted, shape.at), limits), info(shape)).toBe(
          true,
        );
      }
    }
  });

  test("leaves the surface's dashes and clip as they were", () => {
    for (const shape of shapes) {
      const surface = new BoardSurface();
      kindOf(shape).paint(shape, { surface, theme: "light", scale: 1 });
      surface.beginPath();
      surface.rect(-1e4, -1e4, 2e4, 2e4);
      surface.stroke();
      expect(surface.marks.at(-1)).toMatchObject({ dash: [] });
      expect(surface.painted!.minX).toBeLessThan(-9e3);
    }
  });

  test("is not hit far outside what it paints", () => {
    for (const shape of shapes) {
      const kind = kindOf(shape);
      const far = expand(kind.box(shape), kind.reach(shape) + 9);
      for (const corner of cornersOf(far))
        expect(kind.hit(shape, corner, 4), info(shape)).toBe(false);
    }
  });

  test("reads back what it writes", () => {
    for (const shape of shapes) {
      const kind = kindOf(shape);
      const once = reread(shape);
      expect(kind.write({ ...shape, ...once })).toEqual(kind.write(shape));
      expect(reread({ ...shape, ...once })).toEqual(once);
    }
  });

  test("stores nothing of what is at its default, and names every key", () => {
    if (name === "ink" || name === "highlight") return;
    const plain = shapeKinds[name].read(new RecordReader(new Map(), () => ""));
    const [shape] = shapes;
    const stored = kindOf(shape!).write({ ...shape, ...plain } as Shape);
    expect(
      Object.values(stored).filter((value) => value !== undefined),
    ).toEqual([]);
    expect(Object.keys(stored).sort()).toEqual(
      Object.keys(kindOf(shape!).write(shape!)).sort(),
    );
  });

  test("stores every style that it has", () => {
    const [shape] = shapes;
    const styles = shapeKinds[name].styles.filter(
      (style) => !BASE_STYLES.includes(style),
    );
    for (const style of styles) {
      const styled = { ...shape!, [style]: OTHER_STYLES[style] };
      expect(reread(styled)).toHaveProperty(style, OTHER_STYLES[style]);
    }
    expect(shapeKinds[name].styles).toEqual(
      expect.arrayContaining([...(shapeKinds[name].ownStyles ?? [])]),
    );
  });

  test("has a text just when its shapes have one, and a place for it", () => {
    for (const shape of shapes) {
      const kind = kindOf(shape);
      expect("text" in shape).toBe(kind.hasText);
      expect(kind.textPlace !== undefined).toBe(kind.hasText);
      const place = kind.textPlace?.(shape);
      if (!place) continue;
      expect(widthOf(place.box)).toBeGreaterThanOrEqual(0);
      expect(heightOf(place.box)).toBeGreaterThanOrEqual(0);
      expect(place.fontSize).toBeGreaterThan(0);
    }
  });

  test("is as it was after a stretch by one", () => {
    for (const shape of shapes) {
      const kind = kindOf(shape);
      const box = kind.box(shape);
      // A stretch makes a box at least one unit wide and high.
      if ("size" in shape && Math.min(widthOf(box), heightOf(box)) < 1)
        continue;
      const same = kind.stretch(shape, { x: 1, y: 1 });
      expect({ ...shape, ...same }).toEqual(shape);
    }
  });

  test("is stretched as far as it is said, and turned over without losing its size", () => {
    for (const [i, shape] of shapes.entries()) {
      const kind = kindOf(shape);
      if (name === "text" || name === "group") continue;
      const factors = factorsFor(seededRandom(i));
      const before = kind.box(shape);
      const form = { ...shape, ...kind.stretch(shape, factors) };
      const after = kind.box(form);
      const wide = widthOf(before) * Math.abs(factors.x);
      const high = heightOf(before) * Math.abs(factors.y);
      // A box keeps a side of at least one unit.
      const isBox = "size" in shape;
      expect(widthOf(after)).toBeCloseTo(isBox ? Math.max(1, wide) : wide, 1);
      expect(heightOf(after)).toBeCloseTo(isBox ? Math.max(1, high) : high, 1);
    }
  });
});

/** Shapes of the kind, of any size and looks. */
function shapesOf(name: ShapeKindName): readonly Shape[] {
  return boardSeeds().map((seed) => randomShape(name, seededRandom(seed)));
}

describe.each(NAMES.filter((name) => kindOf({ kind: name }).dragOut))(
  "a new shape of the kind %s",
  (name) => {
    test.each([
      [90, 60],
      [-90, 60],
      [90, -60],
      [-90, -60],
    ])("can be dragged out by %i, %i", (x, y) => {
      const from = boardPoint(10, 20);
      const to = boardPoint(10 + x, 20 + y);
      for (const shape of shapesOf(name)) {
        const form = { ...shape, ...kindOf(shape).dragOut!(from, to) };
        const box = moved(kindOf(form).box(form), form.at);
        expect(box).toEqual(boxBetween(from, to));
      }
    });
  },
);

describe.each(NAMES.filter((name) => kindOf({ kind: name }).handles))(
  "a shape of the kind %s, which has handles of its own,",
  (name) => {
    test("lets each be taken elsewhere, and the others stay", () => {
      const target = boardPoint(33, -44);
      for (const shape of shapesOf(name)) {
        const before = placesOf(shape);
        const to = boardPoint(target.x - shape.at.x, target.y - shape.at.y);
        before.forEach((_, i) => {
          const changes = kindOf(shape).moveHandle!(shape, i, to);
          const after = placesOf({ ...shape, ...changes });
          const expected = before.map((place, j) => (i === j ? target : place));
          after.forEach((place, j) => {
            expect(place.x).toBeCloseTo(expected[j]!.x, 6);
            expect(place.y).toBeCloseTo(expected[j]!.y, 6);
          });
        });
      }
    });
  },
);

const placesOf = (shape: Shape): readonly BoardPoint[] =>
  kindOf(shape).handles!(shape).map(({ x, y }) =>
    boardPoint(shape.at.x + x, shape.at.y + y),
  );

function factorsFor(random: Random) {
  const factor = () =>
    (0.3 + 2 * random.next()) * (random.next() < 0.5 ? -1 : 1);
  return { x: factor(), y: factor() };
}

function reread(shape: Shape) {
  const kind = kindOf(shape);
  const values = new Map(Object.entries(kind.write(shape)));
  const text = "text" in shape ? shape.text : "";
  return kind.read(new RecordReader(values, () => text))!;
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    containsPoint(outer, boardPoint(inner.minX, inner.minY)) &&
    containsPoint(outer, boardPoint(inner.maxX, inner.maxY))
  );
}

const info = (shape: Shape): string => JSON.stringify(shape).slice(0, 300);
