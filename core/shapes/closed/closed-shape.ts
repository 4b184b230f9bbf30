import type { Size } from "../../geometry/size";
import type { ShapeBase } from "../shape";
import type { Align, Dash, FillStyle } from "../style";
import type { FontName } from "../text/fonts";

/** A shape with an outline and an inside, which may carry a label. `at` is its top left corner. */
export interface ClosedShapeBase extends ShapeBase {
  /** Board units; never negative. */
  readonly size: Size;
  /** `#rrggbb`, or undefined for a see-through inside. */
  readonly fill: string | undefined;
  readonly fillStyle: FillStyle;
  readonly dash: Dash;
  /** Of the corners, where the outline has any; board units. */
  readonly radius: number;
  /** The label; empty when there is none. */
  readonly text: string;
  readonly font: FontName;
  /** The label's size, where it has room for it. */
  readonly fontSize: number;
  readonly align: Align;
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
