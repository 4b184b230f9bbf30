import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { Store } from "@/core/base/store";
import type { Box } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";

/** The shapes of the board, by place. */
export interface SettledShapes {
  /** The shapes that may paint something within `box`, in drawing order. */
  shapesIn(box: Box): Iterable<Shape>;
  /** Those of `ids` that are on the board, in drawing order. */
  inOrder(ids: Iterable<ShapeId>): Iterable<Shape>;
  get(id: ShapeId): Shape | undefined;
  /** Calls `listener` after each change. */
  observe(listener: () => void): Dispose;
}

/** What this person's gesture shows before it is an edit. */
export type ScenePreview =
  /** A shape that is not on the board yet. */
  | { readonly kind: "drawing"; readonly shape: Shape }
  /** Shapes of the board, shown so far from where they stand. The set is the same one while it holds the same shapes. */
  | {
      readonly kind: "moving";
      readonly ids: ReadonlySet<ShapeId>;
      readonly by: BoardPoint;
    };

/** What there is to paint, besides the other people. */
export interface Scene {
  readonly shapes: SettledShapes;
  readonly preview: Store<ScenePreview | undefined>;
  readonly selection: Store<ReadonlySet<ShapeId>>;
}
