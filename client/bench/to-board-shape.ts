import { unreachable } from "@/core/base/assert";
import type { NewShape } from "@/core/board/draft";
import { boardPoint } from "@/core/geometry/point";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { NeutralClosed, NeutralDraw, NeutralShape } from "./neutral-scene";

const KIND_OF_CLOSED = {
  rect: "rectangle",
  ellipse: "ellipse",
  diamond: "diamond",
} as const satisfies Record<NeutralClosed["type"], NewShape["kind"]>;

/** What a neutral scene's shape is on our board. */
export function toBoardShape(shape: NeutralShape): NewShape {
  const at = boardPoint(shape.x, shape.y);
  const { stroke } = shape;
  switch (shape.type) {
    case "rect":
    case "ellipse":
    case "diamond": {
      const { fill, label: text = "" } = shape;
      const size = { width: shape.w, height: shape.h };
      return { kind: KIND_OF_CLOSED[shape.type], at, size, stroke, fill, text };
    }
    case "note": {
      const size = { width: shape.w, height: shape.h };
      return {
        kind: "note",
        at,
        size,
        stroke,
        fill: shape.fill,
        text: shape.text,
      };
    }
    case "text": {
      return {
        kind: "text",
        at,
        stroke,
        fontSize: shape.size,
        text: shape.text,
      };
    }
    case "draw": {
      const points = inkPointsOf(shape);
      const strokeWidth = shape.width;
      return {
        kind: "ink",
        at,
        points,
        hasPressure: false,
        stroke,
        strokeWidth,
      };
    }
    case "arrow": {
      const tip = boardPoint(shape.dx, shape.dy);
      return { kind: "arrow", at, tip, stroke, strokeWidth: shape.width };
    }
    default:
      return unreachable(shape);
  }
}

function inkPointsOf({ points }: NeutralDraw): InkPoint[] {
  const ink: InkPoint[] = [];
  for (let i = 0; i + 1 < points.length; i += 2)
    ink.push({ x: points[i]!, y: points[i + 1]!, pressure: 0.5 });
  return ink;
}
