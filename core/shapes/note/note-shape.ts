import type { Size } from "../../geometry/size";
import type { ShapeBase } from "../shape";
import type { Align } from "../style";
import type { FontName } from "../text/fonts";

/** A sticky note. `at` is its top left corner. */
export interface NoteShape extends ShapeBase {
  readonly kind: "note";
  /** Board units; never negative. */
  readonly size: Size;
  /** The paper, `#rrggbb`. */
  readonly fill: string;
  readonly text: string;
  readonly font: FontName;
  /** The largest that its letters get: a longer text is written smaller, so that it fits. */
  readonly fontSize: number;
  readonly align: Align;
}
