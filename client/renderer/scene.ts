import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { Store } from "@/core/base/store";
import type { Box } from "@/core/geometry/box";
import type { Guide } from "@/core/geometry/guide";
import type { BoardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";
import type { SelectionFrame } from "@/core/shapes/selection-frame";
import type { LaserTrail } from "./remote-presence";

/** Where something is to be painted again: within these boxes, or everywhere. */
export type Damage = readonly Box[] | "everywhere";

/** The shapes of the board, by place. */
export interface SettledShapes {
  /** The shapes that may paint something within `box`, in drawing order. */
  shapesIn(box: Box): readonly Shape[];
  /** Those of `ids` that are drawn, in drawing order. */
  inOrder(ids: Iterable<ShapeId>): Iterable<Shape>;
  get(id: ShapeId): Shape | undefined;
  /** The frames that a shape is seen within, the innermost first. */
  framesOf(id: ShapeId): readonly Shape[];
  /** Measures all texts again: a font has arrived. */
  remeasure(): void;
  /** What everything on the board lies within; undefined when it is empty. */
  bounds(): Box | undefined;
  /** Calls `listener` after each change. */
  observe(listener: () => void): Dispose;
  /** Calls `listener` after each change, too, with where it is to be seen. */
  onDamage(listener: (damage: Damage) => void): Dispose;
}

/** What this person's gesture shows before it is an edit. */
export interface ScenePreview {
  /** Shapes of the board that are not shown where they stand. The same set while it holds the same shapes. */
  readonly lifted: ReadonlySet<ShapeId>;
  /** Shapes of the board that are about to be erased. The same set while it holds the same shapes. */
  readonly faded: ReadonlySet<ShapeId>;
  /** Painted on top of the settled board, in this order. */
  readonly shapes: readonly Shape[];
  /** How far the lifted shapes have been moved, where that is all that happens to them and nothing else is shown. */
  readonly movedBy?: BoardPoint;
}

/** What there is to paint, besides the other people. */
export interface Scene {
  readonly shapes: SettledShapes;
  readonly preview: Store<ScenePreview | undefined>;
  readonly selection: Store<ReadonlySet<ShapeId>>;
  /** What is selected and drawn, as the preview shows it; the members of groups for themselves. */
  selectedShapes(): readonly Shape[];
  /** The frame with the handles round all of it; undefined while nothing is selected. */
  selectionFrame(): SelectionFrame | undefined;
  /** The shape whose text is being edited by this person: it is painted without its text. */
  readonly typingIn: Store<ShapeId | undefined>;
  readonly marquee: Store<Box | undefined>;
  readonly guides: Store<readonly Guide[]>;
  readonly laser: Store<LaserTrail | undefined>;
  readonly isGridShown: Store<boolean>;
  /** Whether this person does not want to see the others move. */
  readonly isCalm: Store<boolean>;
}
