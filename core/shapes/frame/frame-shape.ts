import type { Size } from "../../geometry/size";
import type { ShapeBase } from "../shape";

/** A named part of the board. Its members are seen only within it, and move with it. `at` is its top left corner. */
export interface FrameShape extends ShapeBase {
  readonly kind: "frame";
  /** Board units; never negative. */
  readonly size: Size;
  /** Its title; empty for one that has none yet. */
  readonly text: string;
}
