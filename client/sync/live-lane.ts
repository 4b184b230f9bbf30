import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { BoardPoint } from "@/core/geometry/point";
import { encodeLive } from "@/core/protocol/live-codec";
import type { LiveEntry } from "@/core/protocol/live-message";
import type {
  StrokeGesture,
  StrokeStart,
} from "@/core/protocol/stroke-gesture";
import type { InkPoint } from "@/core/shapes/ink/ink-point";

/** What has gathered is sent at most this often: 30 times a second, half of what the server takes. */
const SEND_INTERVAL_MS = 33;
/** A pen that is held still says so, or the others would take its preview away. */
const REPEAT_MS = 1_000;
/** Points in one entry, which are at most 7 bytes each, and entries in one frame: far from what a server refuses. */
const MAX_POINTS = 500;
const MAX_ENTRIES = 4;

export interface LiveLaneOptions {
  readonly clock: Clock;
  readonly send: (message: Uint8Array) => boolean;
}

interface ActiveStroke extends StrokeStart {
  readonly gesture: number;
  readonly points: InkPoint[];
  /** How many of the points have been sent on this connection. */
  sent: number;
}

/** Shows the others what this person does at this moment. What cannot be sent is forgotten: the commit tells it all. */
export class LiveLane {
  readonly #options: LiveLaneOptions;
  readonly #strokes = new Map<number, ActiveStroke>();
  #gestures = 0;
  #cursor: BoardPoint | undefined;
  #lastSentAt = -Infinity;
  #cancelFlush: Dispose | undefined;
  #cancelRepeat: Dispose = () => {};

  constructor(options: LiveLaneOptions) {
    this.#options = options;
  }

  moveCursor(at: BoardPoint): void {
    this.#cursor = at;
    this.#flushSoon();
  }

  beginStroke(start: StrokeStart): StrokeGesture {
    this.#gestures += 1;
    const stroke: ActiveStroke = {
      ...start,
      gesture: this.#gestures,
      points: [],
      sent: 0,
    };
    this.#strokes.set(stroke.gesture, stroke);
    this.#send([beginOf(stroke)]);
    this.#repeatLater();
    return {
      extend: (points) => {
        for (const point of points) stroke.points.push(point);
        this.#flushSoon();
      },
      end: () => this.#finish(stroke, "end"),
      cancel: () => this.#finish(stroke, "cancel"),
    };
  }

  /** A new connection: the others there have not seen the strokes that are being drawn. */
  connected(): void {
    for (const stroke of this.#strokes.values()) {
      stroke.sent = 0;
      this.#send([beginOf(stroke)]);
    }
    this.#flushSoon();
  }

  dispose(): void {
    this.#cancelFlush?.();
    this.#cancelRepeat();
  }

  #finish({ gesture }: ActiveStroke, kind: "end" | "cancel"): void {
    if (this.#strokes.delete(gesture)) this.#send([{ kind, gesture }]);
    if (this.#strokes.size === 0) this.#cancelRepeat();
  }

  #flushSoon(): void {
    if (this.#cancelFlush) return;
    const { clock } = this.#options;
    const delay = Math.max(
      0,
      this.#lastSentAt + SEND_INTERVAL_MS - clock.now(),
    );
    this.#cancelFlush = clock.after(delay, () => {
      this.#cancelFlush = undefined;
      this.#flush();
    });
  }

  #flush(): void {
    this.#lastSentAt = this.#options.clock.now();
    const entries: LiveEntry[] = [];
    for (const stroke of this.#strokes.values())
      entries.push(...takeUnsent(stroke));
    if (this.#cursor) entries.push({ kind: "cursor", at: this.#cursor });
    this.#cursor = undefined;
    for (let i = 0; i < entries.length; i += MAX_ENTRIES)
      this.#send(entries.slice(i, i + MAX_ENTRIES));
  }

  #repeatLater(): void {
    this.#cancelRepeat();
    this.#cancelRepeat = this.#options.clock.every(REPEAT_MS, () => {
      for (const stroke of this.#strokes.values())
        stroke.sent = Math.min(stroke.sent, stroke.points.length - 1);
      this.#flushSoon();
    });
  }

  #send(entries: readonly LiveEntry[]): void {
    this.#options.send(encodeLive(entries));
  }
}

const beginOf = (stroke: ActiveStroke): LiveEntry => ({
  kind: "begin",
  gesture: stroke.gesture,
  shape: stroke.shape,
  at: stroke.at,
  stroke: stroke.stroke,
  strokeWidth: stroke.strokeWidth,
  hasPressure: stroke.hasPressure,
});

function takeUnsent(stroke: ActiveStroke): LiveEntry[] {
  const entries: LiveEntry[] = [];
  for (
    let first = Math.max(0, stroke.sent);
    first < stroke.points.length;
    first += MAX_POINTS
  )
    entries.push({
      kind: "stroke",
      gesture: stroke.gesture,
      first,
      hasPressure: stroke.hasPressure,
      points: stroke.points.slice(first, first + MAX_POINTS),
    });
  stroke.sent = stroke.points.length;
  return entries;
}
