import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import { PREVIEW_TIMEOUT_MS } from "@/core/protocol/limits";
import type { LiveBegin, LiveStroke } from "@/core/protocol/live-message";
import type { InkPoint } from "@/core/shapes/ink/ink-point";

/** A stroke that somebody else is drawing at this moment. */
export interface RemoteStroke {
  readonly shape: ShapeId;
  readonly at: BoardPoint;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly hasPressure: boolean;
  /** Relative to `at`. Grows in place. */
  readonly points: readonly InkPoint[];
}

interface Preview extends RemoteStroke {
  readonly slot: number;
  readonly points: InkPoint[];
  lastFrameAt: number;
}

export interface RemoteStrokesOptions {
  readonly clock: Clock;
  /** Whether a shape is on the board already: then its preview is not needed any more. */
  readonly isOnBoard: (shape: ShapeId) => boolean;
  readonly onChange: () => void;
}

/**
 * The previews of others' strokes. A preview ends with its shape's commit, with `end` or `cancel`, with its maker's leaving,
 * or after 3 s without a word from them.
 */
export class RemoteStrokes {
  readonly #options: RemoteStrokesOptions;
  readonly #previews = new Map<string, Preview>();
  #cancelSweep: Dispose | undefined;

  constructor(options: RemoteStrokesOptions) {
    this.#options = options;
  }

  all(): Iterable<RemoteStroke> {
    return this.#previews.values();
  }

  begin(slot: number, entry: LiveBegin): void {
    if (this.#options.isOnBoard(entry.shape)) return;
    const { shape, at, stroke, strokeWidth, hasPressure } = entry;
    this.#previews.set(keyOf(slot, entry.gesture), {
      slot,
      shape,
      at,
      stroke,
      strokeWidth,
      hasPressure,
      points: [],
      lastFrameAt: this.#options.clock.now(),
    });
    this.#sweepLater();
    this.#options.onChange();
  }

  /** Adds points. Without its `begin`, or after its end, a stroke is waited for until the commit. */
  extend(slot: number, { gesture, first, points }: LiveStroke): void {
    const preview = this.#previews.get(keyOf(slot, gesture));
    if (!preview) return;
    // More than a slow line can have lost: not from a client of ours.
    if (first > preview.points.length + MAX_GAP_POINTS) return;
    preview.lastFrameAt = this.#options.clock.now();
    bridgeGap(preview.points, first, points[0]);
    points.forEach((point, i) => (preview.points[first + i] = point));
    this.#options.onChange();
  }

  end(slot: number, gesture: number): void {
    this.#remove((_, key) => key === keyOf(slot, gesture));
  }

  /** The shapes have come onto the board. */
  committed(shapes: readonly ShapeId[]): void {
    if (this.#previews.size === 0) return;
    const arrived = new Set(shapes);
    this.#remove(({ shape }) => arrived.has(shape));
  }

  leave(slot: number): void {
    this.#remove((preview) => preview.slot === slot);
  }

  dispose(): void {
    this.#cancelSweep?.();
  }

  #remove(isOver: (preview: Preview, key: string) => boolean): void {
    let hasChanged = false;
    for (const [key, preview] of this.#previews)
      if (isOver(preview, key)) hasChanged = this.#previews.delete(key);
    if (hasChanged) this.#options.onChange();
  }

  #sweepLater(): void {
    this.#cancelSweep ??= this.#options.clock.after(PREVIEW_TIMEOUT_MS, () => {
      this.#cancelSweep = undefined;
      const deadline = this.#options.clock.now() - PREVIEW_TIMEOUT_MS;
      this.#remove(({ lastFrameAt }) => lastFrameAt <= deadline);
      if (this.#previews.size > 0) this.#sweepLater();
    });
  }
}

const keyOf = (slot: number, gesture: number) => `${slot}/${gesture}`;

/** The longest gap that is bridged: a minute of drawing. */
const MAX_GAP_POINTS = 4_000;

/** Frames may be dropped on a slow line: a straight line stands for what was lost until the commit brings it. */
function bridgeGap(
  points: InkPoint[],
  first: number,
  next: InkPoint | undefined,
): void {
  const from = points.at(-1) ?? next;
  const missing = first - points.length;
  if (!from || !next || missing <= 0) return;
  const start = points.length;
  for (let i = 0; i < missing; i++) {
    const share = (i + 1) / (missing + 1);
    points[start + i] = {
      x: from.x + (next.x - from.x) * share,
      y: from.y + (next.y - from.y) * share,
      pressure: from.pressure + (next.pressure - from.pressure) * share,
    };
  }
}
