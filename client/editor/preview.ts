import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";

/** What a gesture of this person shows before it is an edit. */
export type Preview =
  /** A shape that is not on the board yet. */
  | { readonly kind: "drawing"; readonly shape: Shape }
  /** Shapes of the board, shown so far from where they stand. Some may be gone: others can remove them meanwhile. */
  | {
      readonly kind: "moving";
      readonly ids: ReadonlySet<ShapeId>;
      readonly by: BoardPoint;
    };
