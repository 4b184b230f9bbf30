import { asShapeId } from "@/core/base/ids";
import { randomInteger, randomItem, type Random } from "@/core/base/random";
import { boardPoint } from "@/core/geometry/point";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import { FILLS, STROKES, STROKE_WIDTHS } from "@/core/shapes/palette";
import type { Shape, ShapeBase, ShapeKindName } from "@/core/shapes/shape";
import type { OwnProperties } from "@/core/shapes/shape-kind";
import {
  ALIGNS,
  DASHES,
  FILL_STYLES,
  FONT_SIZES,
  RADII,
} from "@/core/shapes/style";
import { FONT_NAMES } from "@/core/shapes/text/fonts";

const TEXTS = [
  "",
  "Label",
  "A few words that need more than one line",
  "你好，世界。换行！",
  "Donaudampfschifffahrtsgesellschaft",
  "two\nlines",
  "שלום עולם",
];

/** A shape of this kind, anywhere, of any size and looks, and not turned. */
export function randomShape(kind: ShapeKindName, random: Random): Shape {
  const base: Omit<ShapeBase, "kind"> = {
    id: asShapeId("shape"),
    at: boardPoint(around(random, 500), around(random, 500)),
    angle: 0,
    index: "a0",
    parent: undefined,
    locked: false,
    author: undefined,
    opacity: 1,
    stroke: randomItem(random, STROKES).hex,
    strokeWidth: randomItem(random, STROKE_WIDTHS),
  };
  return { ...base, ...ownProperties(kind, random) };
}

function ownProperties(
  kind: ShapeKindName,
  random: Random,
): OwnProperties<Shape> {
  const size = {
    width: randomInteger(random, randomItem(random, [10, 300])),
    height: randomInteger(random, randomItem(random, [10, 200])),
  };
  const text = randomItem(random, TEXTS);
  const dash = randomItem(random, DASHES);
  const lettering = {
    text,
    font: randomItem(random, FONT_NAMES),
    fontSize: randomItem(random, FONT_SIZES),
    align: randomItem(random, ALIGNS),
  };
  switch (kind) {
    case "ink":
    case "highlight": {
      const points = handwriting(random, 1 + randomInteger(random, 60));
      return { kind, points, hasPressure: random.next() < 0.5 };
    }
    case "note":
      return { kind, size, ...lettering, fill: randomItem(random, FILLS).hex };
    case "text": {
      const wrap = random.next() < 0.5 ? undefined : 20 + size.width;
      return { kind, ...lettering, wrap };
    }
    case "line":
    case "arrow": {
      const tip = boardPoint(around(random, 80), around(random, 80));
      return { kind, tip, dash };
    }
    case "frame":
      return { kind, size, text };
    case "group":
      return { kind };
    case "rectangle":
    case "ellipse":
    case "diamond": {
      const fill =
        random.next() < 0.5 ? randomItem(random, FILLS).hex : undefined;
      const fillStyle = randomItem(random, FILL_STYLES);
      const radius = randomItem(random, RADII);
      return { kind, size, ...lettering, fill, fillStyle, dash, radius };
    }
  }
}

/** The samples of a line of handwriting: loops that wander to the right. */
export function handwriting(random: Random, count: number): InkPoint[] {
  const height = 8 + 10 * random.next();
  const slant = random.next();
  return Array.from({ length: count }, (_, i) => {
    const turn = i * 0.45;
    const wobble = 1 + 0.2 * random.next();
    return {
      x: i * 1.6 + 5 * Math.sin(turn + slant) * wobble,
      y: height * Math.cos(turn) * wobble,
      pressure: Math.min(1, 0.5 + 0.3 * Math.sin(turn) + 0.1 * random.next()),
    };
  });
}

const around = (random: Random, reach: number): number =>
  Math.round((random.next() - 0.5) * 20 * reach) / 10;
