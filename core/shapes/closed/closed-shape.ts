import type { Size } from "../../geometry/size";
import type { ShapeBase } from "../shape";

/** A shape with an outline and an inside, which may carry a label. `at` is its top left corner. */
export interface ClosedShapeBase extends ShapeBase {
  /** Board units; never negative. */
  readonly size: Size;
  /** `#rrggbb`, or undefined for a see-through inside. */
  readonly fill: string | undefined;
  /** The label; empty when there is none. */
  readonly text: string;
}

export interface RectangleShape extends ClosedShapeBase {
  readonly kind: "rectangle";
}

export interface EllipseShape extends ClosedShapeBase {
  readonly kind: "ellipse";
}

export interface DiamondShape extends ClosedShapeBase {
  readonly kind: "diamond";
}

export type ClosedShape = RectangleShape | EllipseShape | DiamondShape;
