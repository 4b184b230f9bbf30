import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import type { InkPoint } from "@/core/shapes/ink/ink-point";

/** A stroke that somebody else is drawing. */
export interface RemoteStroke {
  /** The shape that it will be once it is committed. */
  readonly shape: ShapeId;
  readonly at: BoardPoint;
  /** `#rrggbb` */
  readonly stroke: string;
  /** Board units. */
  readonly strokeWidth: number;
  readonly hasPressure: boolean;
  /** Relative to `at`. May be empty, and may grow in place. */
  readonly points: readonly InkPoint[];
}

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

/** What the others do at this moment. */
export interface RemotePresence {
  /** Calls `listener` after each change of any of it. */
  subscribe(listener: () => void): Dispose;
  /** A stroke is gone from here in the turn in which its shape comes onto the board. */
  strokes(): Iterable<RemoteStroke>;
  cursors(): Iterable<RemoteCursor>;
}

/** A board that nobody else sees. */
export const nobody: RemotePresence = {
  subscribe: () => () => {},
  strokes: () => [],
  cursors: () => [],
};
