import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";

/** What a gesture of this person shows before it is an edit. */
export interface Preview {
  /** Shapes of the board that are not shown where they stand. The same set while it holds the same shapes. */
  readonly lifted: ReadonlySet<ShapeId>;
  /** Shapes of the board that are about to be erased. The same set while it holds the same shapes. */
  readonly faded: ReadonlySet<ShapeId>;
  /** Painted on top of the settled board, in this order. */
  readonly shapes: readonly Shape[];
  /** How far the lifted shapes have been moved, where that is all that happens to them and nothing else is shown. */
  readonly movedBy?: BoardPoint;
}

const NOBODY: ReadonlySet<ShapeId> = new Set();

/** Shapes that are not on the board yet. */
export const drafting = (...shapes: readonly Shape[]): Preview => ({
  lifted: NOBODY,
  faded: NOBODY,
  shapes,
});

/** Shapes of the board shown otherwise than they are. `ids` must be the same set during the gesture. */
export const lifting = (
  lifted: ReadonlySet<ShapeId>,
  shapes: readonly Shape[],
): Preview => ({ lifted, faded: NOBODY, shapes });

/** Shapes of the board shown `movedBy` from where they are. `ids` must be the same set during the gesture. */
export const moving = (
  lifted: ReadonlySet<ShapeId>,
  shapes: readonly Shape[],
  movedBy: BoardPoint,
): Preview => ({ ...lifting(lifted, shapes), movedBy });

export const fading = (faded: ReadonlySet<ShapeId>): Preview => ({
  lifted: NOBODY,
  faded,
  shapes: [],
});
