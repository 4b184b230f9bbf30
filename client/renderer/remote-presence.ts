import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";

/** Where somebody else points. */
export interface RemoteCursor {
  /** Tells the cursors of one moment apart. */
  readonly slot: number;
  readonly at: BoardPoint;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** When it last moved, by this page's clock. */
  readonly movedAt: number;
}

/** The way of somebody's laser pointer, which fades. */
export interface LaserTrail {
  /** `#rrggbb` */
  readonly colour: string;
  /** Oldest first. Grows in place. */
  readonly points: readonly LaserPoint[];
}

export interface LaserPoint extends BoardPoint {
  /** When it was drawn, by this page's clock. */
  readonly time: number;
}

/** Where somebody else types. */
export interface RemoteCaret {
  readonly slot: number;
  readonly shape: ShapeId;
  /** UTF-16 units of the shape's text; the head is where they type. */
  readonly anchor: number;
  readonly head: number;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
}

/** What the others do at this moment. */
export interface RemotePresence {
  /** Calls `listener` after each change of any of it. */
  subscribe(listener: () => void): Dispose;
  /**
   * Shapes as the others' gestures show them: strokes and shapes that are not on the board yet, and those of the board in their new
   * place. Each the same object as long as it looks the same. One is gone from here in the turn in which its commit is on the board.
   */
  previews(): Iterable<Shape>;
  /** Shapes of the board that `previews` shows elsewhere. The same set while it holds the same shapes. */
  lifted(): ReadonlySet<ShapeId>;
  /** Shapes that somebody is about to erase. The same set while it holds the same shapes. */
  faded(): ReadonlySet<ShapeId>;
  lasers(): Iterable<LaserTrail>;
  carets(): Iterable<RemoteCaret>;
  cursors(): Iterable<RemoteCursor>;
}

const NO_IDS: ReadonlySet<ShapeId> = new Set();

/** A board that nobody else sees. */
export const nobody: RemotePresence = {
  subscribe: () => () => {},
  previews: () => [],
  lifted: () => NO_IDS,
  faded: () => NO_IDS,
  lasers: () => [],
  carets: () => [],
  cursors: () => [],
};
