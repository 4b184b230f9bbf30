import type { Size } from "../../geometry/size";
import type { ShapeBase } from "../shape";

/** Text that stands on the board by itself. `at` is its top left corner. */
export interface TextShape extends ShapeBase {
  readonly kind: "text";
  readonly text: string;
  /** Height of a letter in board units. */
  readonly fontSize: number;
  /** The box that the text was laid out in when it was written; board units. */
  readonly size: Size;
}
