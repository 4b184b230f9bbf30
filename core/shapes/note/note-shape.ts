import type { Size } from "../../geometry/size";
import type { ShapeBase } from "../shape";

/** A sticky note. `at` is its top left corner. */
export interface NoteShape extends ShapeBase {
  readonly kind: "note";
  /** Board units; never negative. */
  readonly size: Size;
  /** The paper, `#rrggbb`. */
  readonly fill: string;
  readonly text: string;
}
