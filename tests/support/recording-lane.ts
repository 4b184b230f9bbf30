import type { GestureLane } from "@/client/editor/gesture-lane";
import type {
  StrokeGesture,
  StrokeStart,
} from "@/core/protocol/stroke-gesture";
import type { BoardPoint } from "@/core/geometry/point";
import type { InkPoint } from "@/core/shapes/ink/ink-point";

export interface RecordedStroke extends StrokeStart {
  /** One entry for each time that points were sent. */
  readonly batches: (readonly InkPoint[])[];
  state: "drawing" | "ended" | "cancelled";
}

/** Remembers what the others would have been shown. */
export class RecordingLane implements GestureLane {
  readonly cursors: BoardPoint[] = [];
  readonly strokes: RecordedStroke[] = [];

  moveCursor(at: BoardPoint): void {
    this.cursors.push(at);
  }

  beginStroke(start: StrokeStart): StrokeGesture {
    const stroke: RecordedStroke = { ...start, batches: [], state: "drawing" };
    this.strokes.push(stroke);
    return {
      extend: (points) => stroke.batches.push(points),
      end: () => (stroke.state = "ended"),
      cancel: () => (stroke.state = "cancelled"),
    };
  }
}
