import type { BoardPoint } from "./point";

/** A line that shows what something snapped to. */
export type Guide =
  /** Edges or centres in one line. */
  | {
      readonly kind: "line";
      readonly from: BoardPoint;
      readonly to: BoardPoint;
    }
  /** One of several gaps that are equally wide. */
  | {
      readonly kind: "gap";
      readonly from: BoardPoint;
      readonly to: BoardPoint;
    };
