import type { ShapeId } from "../base/ids";

/** What one transaction of the document did to the board's shapes. */
export interface BoardChange {
  /** `undo` also stands for redo. */
  readonly origin: "local" | "remote" | "undo";
  /** Why, for a local change: what `board.change` was told. */
  readonly reason: string | undefined;
  /** Made, restored, or brought back by undo. */
  readonly added: readonly ShapeId[];
  readonly updated: readonly ShapeId[];
  /** Deleted, or taken back by undo. */
  readonly removed: readonly ShapeId[];
}
