import { asShapeId, type ShapeId } from "@/core/base/ids";
import { randomId, randomInteger, type Random } from "@/core/base/random";
import { readShape } from "@/core/board/shape-record";
import { boardPoint } from "@/core/geometry/point";
import type { Transform } from "@/core/geometry/transform";
import type { BeginStroke, BeginTransform } from "@/core/protocol/live-begin";
import type { LiveEntry } from "@/core/protocol/live-message";
import type { Shape } from "@/core/shapes/shape";

export const ids = (count: number): ShapeId[] =>
  Array.from({ length: count }, (_, i) => asShapeId(`shape-${i}`));

export const beginStroke = (gesture: number, shape: string): BeginStroke => ({
  kind: "begin",
  gesture,
  what: "ink",
  shape: asShapeId(shape),
  at: boardPoint(5, 5),
  stroke: "#e03131",
  strokeWidth: 4,
  opacity: 1,
  hasPressure: false,
});

export const beginTransform = (
  gesture: number,
  shapes: readonly ShapeId[],
  copies = false,
): BeginTransform => ({
  kind: "begin",
  gesture,
  what: "transform",
  shapes,
  copies,
});

/** The shape that a record of these values gives. */
export function shapeOf(id: string, values: Record<string, unknown>): Shape {
  const shape = readShape(
    asShapeId(id),
    new Map(Object.entries(values)),
    () => "",
  );
  if (typeof shape === "string") throw new RangeError(shape);
  return shape;
}

/** Any entry that a client of ours might send. */
export function randomEntry(random: Random): LiveEntry {
  const gesture = randomInteger(random, 300);
  const point = () =>
    boardPoint(randomCoordinate(random), randomCoordinate(random));
  const some = <T>(make: () => T) =>
    Array.from({ length: 1 + randomInteger(random, 20) }, make);
  const id = () => asShapeId(randomId(random));
  const bytes = () =>
    Uint8Array.from({ length: randomInteger(random, 65) }, () =>
      randomInteger(random, 256),
    );
  const makers: (() => LiveEntry)[] = [
    () => ({ kind: "cursor", at: point() }),
    () => ({
      ...beginStroke(gesture, id()),
      what: random.next() < 0.5 ? "ink" : "highlight",
      opacity: randomInteger(random, 101) / 100,
    }),
    () => ({
      kind: "begin",
      gesture,
      what: "draft",
      shape: id(),
      record: `{"kind":"rectangle","fill":"#a5d8ff","n":${random.next()}}`,
    }),
    () => beginTransform(gesture, some(id), random.next() < 0.5),
    () => ({ kind: "begin", gesture, what: "erase" }),
    () => ({ kind: "begin", gesture, what: "laser" }),
    () => ({ kind: "begin", gesture, what: "typing", shape: id() }),
    () => ({
      kind: "stroke",
      gesture,
      first: randomInteger(random, 5000),
      hasPressure: true,
      points: some(() => ({ ...point(), pressure: random.next() })),
    }),
    () => ({ kind: "draft", gesture, from: point(), to: point() }),
    () => ({ kind: "transform", gesture, transform: randomTransform(random) }),
    () => ({ kind: "erase", gesture, shapes: some(id) }),
    () => ({ kind: "laser", gesture, points: some(point) }),
    () => ({ kind: "caret", gesture, anchor: bytes(), head: bytes() }),
    () => ({ kind: "end", gesture }),
    () => ({ kind: "cancel", gesture }),
  ];
  return makers[randomInteger(random, makers.length)]!();
}

/** Any transform that a hand might make. */
export function randomTransform(random: Random): Transform {
  const point = boardPoint(randomCoordinate(random), randomCoordinate(random));
  const angle = (random.next() - 0.5) * 12;
  const factor = () => (random.next() - 0.2) * 5;
  const transforms: Transform[] = [
    { kind: "move", by: point },
    { kind: "turn", about: point, angle },
    { kind: "stretch", about: point, angle, x: factor(), y: factor() },
    { kind: "handle", handle: randomInteger(random, 2), to: point },
  ];
  return transforms[randomInteger(random, transforms.length)]!;
}

const randomCoordinate = (random: Random): number =>
  (random.next() - 0.5) * 10 ** (1 + randomInteger(random, 4));
