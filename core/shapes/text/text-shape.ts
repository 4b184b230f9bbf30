import type { ShapeBase } from "../shape";
import type { Align } from "../style";
import type { FontName } from "./fonts";

/** Text that stands on the board by itself. `at` is its top left corner. */
export interface TextShape extends ShapeBase {
  readonly kind: "text";
  readonly text: string;
  readonly font: FontName;
  /** Height of a letter; board units. */
  readonly fontSize: number;
  readonly align: Align;
  /** How long a line may get, board units; undefined for a text whose lines end only where the writer ended them. */
  readonly wrap: number | undefined;
}
