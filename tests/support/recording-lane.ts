import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import type { Transform } from "@/core/geometry/transform";
import type {
  DraftGesture,
  EraseGesture,
  GestureLane,
  LaserGesture,
  StrokeGesture,
  StrokeStart,
  TextCaret,
  TransformGesture,
  TypingGesture,
} from "@/core/protocol/gesture-lane";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { Shape } from "@/core/shapes/shape";

interface Recorded {
  state: "drawing" | "ended" | "cancelled";
}

export interface RecordedStroke extends StrokeStart, Recorded {
  /** One entry for each time that points were sent. */
  readonly batches: (readonly InkPoint[])[];
}

export interface RecordedDraft extends Recorded {
  readonly shape: Shape;
  readonly drags: { readonly from: BoardPoint; readonly to: BoardPoint }[];
}

export interface RecordedTransform extends Recorded {
  readonly shapes: readonly ShapeId[];
  readonly copies: boolean;
  readonly transforms: Transform[];
}

export interface RecordedErase extends Recorded {
  /** Every id that was marked, as often as it was. */
  readonly marked: ShapeId[];
}

export interface RecordedLaser extends Recorded {
  readonly points: BoardPoint[];
}

export interface RecordedTyping extends Recorded {
  readonly shape: ShapeId;
  readonly carets: TextCaret[];
}

/** Remembers what the others would have been shown. */
export class RecordingLane implements GestureLane {
  readonly cursors: BoardPoint[] = [];
  readonly strokes: RecordedStroke[] = [];
  readonly drafts: RecordedDraft[] = [];
  readonly transforms: RecordedTransform[] = [];
  readonly erases: RecordedErase[] = [];
  readonly lasers: RecordedLaser[] = [];
  readonly typings: RecordedTyping[] = [];

  /** How many gestures have neither ended nor been given up. */
  get underWay(): number {
    return [
      this.strokes,
      this.drafts,
      this.transforms,
      this.erases,
      this.lasers,
      this.typings,
    ].flatMap((gestures: readonly Recorded[]) =>
      gestures.filter(({ state }) => state === "drawing"),
    ).length;
  }

  moveCursor(at: BoardPoint): void {
    this.cursors.push(at);
  }

  beginStroke(start: StrokeStart): StrokeGesture {
    const stroke: RecordedStroke = { ...start, batches: [], state: "drawing" };
    this.strokes.push(stroke);
    return {
      ...endsOf(stroke),
      extend: (points) => void stroke.batches.push(points),
    };
  }

  beginDraft(shape: Shape): DraftGesture {
    const draft: RecordedDraft = { shape, drags: [], state: "drawing" };
    this.drafts.push(draft);
    return {
      ...endsOf(draft),
      dragTo: (from, to) => void draft.drags.push({ from, to }),
    };
  }

  beginTransform(
    shapes: readonly ShapeId[],
    copies: boolean,
  ): TransformGesture {
    const gesture: RecordedTransform = {
      shapes,
      copies,
      transforms: [],
      state: "drawing",
    };
    this.transforms.push(gesture);
    return {
      ...endsOf(gesture),
      transform: (transform) => void gesture.transforms.push(transform),
    };
  }

  beginErase(): EraseGesture {
    const erase: RecordedErase = { marked: [], state: "drawing" };
    this.erases.push(erase);
    return {
      ...endsOf(erase),
      mark: (shapes) => void erase.marked.push(...shapes),
    };
  }

  beginLaser(): LaserGesture {
    const laser: RecordedLaser = { points: [], state: "drawing" };
    this.lasers.push(laser);
    return {
      ...endsOf(laser),
      extend: (points) => void laser.points.push(...points),
    };
  }

  beginTyping(shape: ShapeId): TypingGesture {
    const typing: RecordedTyping = { shape, carets: [], state: "drawing" };
    this.typings.push(typing);
    return {
      ...endsOf(typing),
      moveCaret: (caret) => void typing.carets.push(caret),
    };
  }
}

/** As the lane's contract has it, calls after the first do nothing. */
const endsOf = (gesture: Recorded) => {
  const become = (state: Recorded["state"]) => {
    if (gesture.state === "drawing") gesture.state = state;
  };
  return { end: () => become("ended"), cancel: () => become("cancelled") };
};
