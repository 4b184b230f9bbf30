import { describe, expect, test } from "vitest";

import { seededRandom, type Random } from "@/core/base/random";
import { heightOf, widthOf } from "@/core/geometry/box";
import { boardPoint, distance, type BoardPoint } from "@/core/geometry/point";
import { stretched, type Stretch } from "@/core/geometry/transform";
import { turned } from "@/core/geometry/turn";
import {
  centreOfShape,
  cornersOfShape,
  toBoard,
} from "@/core/shapes/placed-shape";
import type { Shape, ShapeKindName } from "@/core/shapes/shape";
import { kindOf, shapeKinds } from "@/core/shapes/shape-kinds";
import { preview, transformed } from "@/core/shapes/transform-shape";
import { boardSeeds } from "../../../support/board-seeds";
import { randomShape } from "../../../support/board-shapes";
import { shapeOf } from "../../../support/shape-fixtures";

/** Places and sides are kept to a hundredth; a corner has a share in several of them. */
const SLACK = 0.03;

const KINDS = (Object.keys(shapeKinds) as ShapeKindName[]).filter(
  (kind) => kind !== "group",
);
/** Those whose form follows a stretch exactly. */
const STRETCHABLE = KINDS.filter((kind) => kind !== "text");

const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.next();

/** Tries a property with many seeds. What fails says with what shape. */
function forEachSeed(check: (random: Random) => void): void {
  for (const seed of boardSeeds()) check(seededRandom(seed));
}

const somewhere = (random: Random): BoardPoint =>
  boardPoint(between(random, -500, 500), between(random, -500, 500));

/** A shape that is large enough for every side to be scaled. */
function largeShape(kind: ShapeKindName, random: Random, angle: number): Shape {
  const shape = { ...randomShape(kind, random), angle };
  if (!("size" in shape)) return shape;
  const { width, height } = shape.size;
  return { ...shape, size: { width: width + 20, height: height + 20 } };
}

function expectNear(
  actual: readonly BoardPoint[],
  expected: readonly BoardPoint[],
  hint: unknown,
): void {
  for (const [i, point] of actual.entries())
    expect(
      distance(point, expected[i]!),
      JSON.stringify({ hint, actual, expected }),
    ).toBeLessThan(SLACK);
}

describe.each(KINDS)("a shape of the kind %s", (kind) => {
  test("is moved with all its corners", () => {
    forEachSeed((random) => {
      const shape = largeShape(kind, random, between(random, -3, 3));
      const by = somewhere(random);
      const changes = transformed(shape, { kind: "move", by });
      expect(Object.keys(changes)).toEqual(["at"]);
      const expected = cornersOfShape(shape).map(({ x, y }) =>
        boardPoint(x + by.x, y + by.y),
      );
      const after = { ...shape, ...changes };
      expectNear(cornersOfShape(after), expected, shape);
    });
  });

  test("is turned with all its corners", () => {
    forEachSeed((random) => {
      const shape = largeShape(kind, random, between(random, -3, 3));
      const about = somewhere(random);
      const angle = between(random, -7, 7);
      const after = preview(shape, { kind: "turn", about, angle });
      expect(Math.abs(after.angle)).toBeLessThanOrEqual(Math.PI + 1e-5);
      const expected = cornersOfShape(shape).map((corner) =>
        turned(corner, about, angle),
      );
      expectNear(cornersOfShape(after), expected, shape);
    });
  });
});

/** Every corner of a box, in an order that turning it over does not change. */
const sorted = (corners: readonly BoardPoint[]): readonly BoardPoint[] =>
  [...corners].sort((a, b) =>
    Math.abs(a.x - b.x) > 2 * SLACK ? a.x - b.x : a.y - b.y,
  );

describe.each(STRETCHABLE)("a stretched shape of the kind %s", (kind) => {
  test("that lies along the stretch has its corners where the stretch takes them, turned over or not", () => {
    forEachSeed((random) => {
      const angle = random.next() < 0.3 ? 0 : between(random, -3, 3);
      const shape = largeShape(kind, random, angle);
      const stretch = randomStretch(random, angle);
      const after = preview(shape, stretch);
      const expected = cornersOfShape(shape).map((corner) =>
        stretched(corner, stretch),
      );
      expectNear(
        sorted(
          cornersOfShape(after).map((corner) => turned(corner, ZERO, -angle)),
        ),
        sorted(expected.map((corner) => turned(corner, ZERO, -angle))),
        { shape, stretch },
      );
    });
  });

  test("keeps its form in a stretch that is equal in both directions, at any angle, mirrored or not", () => {
    forEachSeed((random) => {
      const shape = largeShape(kind, random, between(random, -3, 3));
      const factor = between(random, 0.5, 3);
      const stretch: Stretch = {
        ...randomStretch(
          random,
          random.next() < 0.5 ? 0 : between(random, -3, 3),
        ),
        x: factor * (random.next() < 0.5 ? -1 : 1),
        y: factor * (random.next() < 0.5 ? -1 : 1),
      };
      const expected = cornersOfShape(shape).map((corner) =>
        stretched(corner, stretch),
      );
      const actual = cornersOfShape(preview(shape, stretch));
      // A shape that is turned over begins at another corner.
      for (const corner of actual)
        expect(
          Math.min(...expected.map((place) => distance(place, corner))),
          JSON.stringify({ shape, stretch, actual, expected }),
        ).toBeLessThan(SLACK);
    });
  });

  test("that lies at an angle grows with its sides, and its middle goes where the stretch takes it", () => {
    forEachSeed((random) => {
      const shape = largeShape(kind, random, between(random, -3, 3));
      const stretch = randomStretch(random, between(random, -3, 3));
      const after = preview(shape, stretch);
      expectNear(
        [centreOfShape(after)],
        [stretched(centreOfShape(shape), stretch)],
        { shape, stretch },
      );
      const along = (direction: number) =>
        distance(
          stretched(ZERO, { ...stretch, about: ZERO }),
          stretched(boardPoint(Math.cos(direction), Math.sin(direction)), {
            ...stretch,
            about: ZERO,
          }),
        );
      const [before, form] = [shape, after].map((it) => kindOf(it).box(it));
      expect(widthOf(form!)).toBeCloseTo(
        widthOf(before!) * along(shape.angle),
        1,
      );
      expect(heightOf(form!)).toBeCloseTo(
        heightOf(before!) * along(shape.angle + Math.PI / 2),
        1,
      );
    });
  });
});

describe("turning over", () => {
  test("mirrors what is drawn by hand, turned as it is", () => {
    const points = [
      { x: 0, y: 0, pressure: 0.5 },
      { x: 100, y: 0, pressure: 0.5 },
      { x: 100, y: 30, pressure: 0.5 },
    ];
    const shape = shapeOf("ink", {
      points,
      at: boardPoint(10, 20),
      angle: 0.4,
    });
    const stretch: Stretch = {
      kind: "stretch",
      about: boardPoint(50, 50),
      angle: 0,
      x: -1,
      y: 1,
    };
    const placesOf = (form: typeof shape) =>
      form.points.map(({ x, y }) => toBoard(form, boardPoint(x, y)));
    const after = preview(shape, stretch) as typeof shape;
    expectNear(
      placesOf(after),
      placesOf(shape).map((place) => stretched(place, stretch)),
      after,
    );
  });

  test("twice brings everything back", () => {
    for (const kind of KINDS) {
      const shape = largeShape(kind, seededRandom(5), 0.7);
      const flip: Stretch = {
        kind: "stretch",
        about: boardPoint(12, 34),
        angle: 0,
        x: 1,
        y: -1,
      };
      const twice = preview(preview(shape, flip), flip);
      expect(twice.angle).toBeCloseTo(shape.angle, 4);
      expectNear(cornersOfShape(twice), cornersOfShape(shape), kind);
    }
  });
});

describe("a text", () => {
  const text = shapeOf("text", {
    text: "several words of a text",
    at: boardPoint(100, 100),
  });
  const stretchBy = (x: number, y: number): Stretch => ({
    kind: "stretch",
    about: boardPoint(100, 100),
    angle: 0,
    x,
    y,
  });

  test("keeps its top left corner when its lines get shorter", () => {
    const after = preview(text, stretchBy(0.5, 1));
    expect(after).toMatchObject({ fontSize: 20, at: { x: 100 } });
    expect(heightOf(kindOf(after).box(after))).toBeGreaterThan(25);
  });

  test("scales with all its corners when both sides do", () => {
    const stretch = stretchBy(2, 2);
    expectNear(
      cornersOfShape(preview(text, stretch)),
      cornersOfShape(text).map((corner) => stretched(corner, stretch)),
      text,
    );
  });
});

describe("a handle", () => {
  const line = shapeOf("line", { at: boardPoint(10, 10), angle: 0.6 });
  const ends = (shape: Shape) =>
    kindOf(shape).handles!(shape).map((point) => toBoard(shape, point));

  test.each([0, 1])(
    "of a turned line goes where it is taken, and the other end stays: %i",
    (handle) => {
      const to = boardPoint(-70, 130);
      const after = preview(line, { kind: "handle", handle, to });
      expect(after.angle).toBe(0);
      const expected = ends(line).map((end, i) => (i === handle ? to : end));
      expectNear(ends(after), expected, after);
    },
  );

  test("does nothing to a shape that has none", () => {
    const to = boardPoint(0, 0);
    const note = shapeOf("note");
    expect(transformed(note, { kind: "handle", handle: 0, to })).toEqual({});
  });
});

test("places are kept to a hundredth, so that the document stays short", () => {
  const by = boardPoint(1 / 3, 2 / 3);
  const note = shapeOf("note");
  const { at } = transformed(note, { kind: "move", by });
  expect(at).toEqual({ x: 0.33, y: 0.67 });
});

const ZERO = boardPoint(0, 0);

function randomStretch(random: Random, angle: number): Stretch {
  const factor = () => between(random, 0.5, 3) * (random.next() < 0.4 ? -1 : 1);
  const about = somewhere(random);
  return { kind: "stretch", about, angle, x: factor(), y: factor() };
}
