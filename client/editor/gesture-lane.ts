import type { BoardPoint } from "@/core/geometry/point";
import type {
  StrokeGesture,
  StrokeStart,
} from "@/core/protocol/stroke-gesture";

/** Shows the others what this person does before it is an edit. Nothing that goes this way is kept. */
export interface GestureLane {
  moveCursor(at: BoardPoint): void;
  beginStroke(stroke: StrokeStart): StrokeGesture;
}

/** The lane of a board without a network. */
export const silentLane: GestureLane = {
  moveCursor: () => {},
  beginStroke: () => ({ extend: () => {}, end: () => {}, cancel: () => {} }),
};
