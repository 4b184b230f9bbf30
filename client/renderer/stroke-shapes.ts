import type { InkShape } from "@/core/shapes/ink/ink-shape";
import type { RemoteStroke } from "./remote-presence";

/** Others' strokes as shapes. A stroke that has not grown gives the same shape again, with the outline that was worked out for it. */
export class StrokeShapes {
  readonly #known = new WeakMap<RemoteStroke, InkShape>();

  /** Undefined while the stroke has no points. */
  shapeOf(stroke: RemoteStroke): InkShape | undefined {
    if (stroke.points.length === 0) return undefined;
    const known = this.#known.get(stroke);
    if (known?.points.length === stroke.points.length) return known;
    const shape: InkShape = {
      kind: "ink",
      id: stroke.shape,
      at: stroke.at,
      // A copy, because the stroke grows in place and shapes never change.
      points: [...stroke.points],
      hasPressure: stroke.hasPressure,
      stroke: stroke.stroke,
      strokeWidth: stroke.strokeWidth,
      index: "",
      author: undefined,
      opacity: 1,
    };
    this.#known.set(stroke, shape);
    return shape;
  }
}
