import type { ShapeId } from "@/core/base/ids";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import {
  decodeInk,
  encodeInk,
  MAX_INK_POINTS,
} from "@/core/shapes/ink/ink-codec";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { HandDrawnShape } from "@/core/shapes/ink/ink-shape";
import { defaultShape } from "@/core/board/shape-record";

/** Board units that a stroke's origin is rounded to, as the others are told it. */
const ORIGIN_STEPS_PER_UNIT = 10;

/** A place on the board that the pen went through. */
export interface PenSample {
  readonly point: BoardPoint;
  /** 0 to 1; 0.5 where the device measures none. */
  readonly pressure: number;
  /** Degrees from upright along x and along y. */
  readonly tilt?: readonly [x: number, y: number];
}

export interface StrokeStyle {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly opacity: number;
}

export interface StrokeDraftStart {
  readonly kind: HandDrawnShape["kind"];
  readonly id: ShapeId;
  readonly origin: BoardPoint;
  readonly hasPressure: boolean;
  readonly style: StrokeStyle;
}

/** A stroke that is being drawn. Its points are what the document will give back, so that the commit changes no pixel. */
export class StrokeDraft {
  readonly kind: HandDrawnShape["kind"];
  readonly id: ShapeId;
  readonly at: BoardPoint;
  readonly hasPressure: boolean;
  readonly style: StrokeStyle;
  #points: readonly InkPoint[] = [];
  /** That of each point, one after the other. */
  readonly #tilts: number[] = [];

  constructor({ kind, id, origin, hasPressure, style }: StrokeDraftStart) {
    this.kind = kind;
    this.id = id;
    this.at = boardPoint(roundOrigin(origin.x), roundOrigin(origin.y));
    this.hasPressure = hasPressure;
    this.style = style;
  }

  /** How many points still fit into one shape. */
  get room(): number {
    return MAX_INK_POINTS - this.#points.length;
  }

  /** Adds at most `room` places, without those where the pen stood still. Returns the points that came to the stroke. */
  append(samples: readonly PenSample[]): readonly InkPoint[] {
    const stored = this.#asStored(samples.map((one) => this.#toInk(one)));
    const tilts = new Map(stored.map((point, i) => [point, samples[i]?.tilt]));
    const added = withoutRepeats(this.#points.at(-1), stored);
    if (added.length > 0) this.#points = [...this.#points, ...added];
    for (const point of added)
      this.#tilts.push(...(tilts.get(point) ?? [0, 0]));
    return added;
  }

  /** The last `count` places of the stroke. */
  tail(count: number): PenSample[] {
    const from = Math.max(0, this.#points.length - count);
    return this.#points.slice(from).map(({ x, y, pressure }, i) => ({
      point: boardPoint(this.at.x + x, this.at.y + y),
      pressure,
      tilt: [
        this.#tilts[2 * (from + i)]!,
        this.#tilts[2 * (from + i) + 1]!,
      ] as const,
    }));
  }

  /** The stroke as a shape that is not on the board yet. It goes on through the places `ahead`, which do not come to the stroke. */
  toShape(ahead: readonly PenSample[] = []): HandDrawnShape {
    const points =
      ahead.length === 0
        ? this.#points
        : [...this.#points, ...ahead.map((sample) => this.#toInk(sample))];
    return {
      ...defaultShape(this.kind),
      kind: this.kind,
      id: this.id,
      at: this.at,
      points,
      hasPressure: this.hasPressure,
      ...(ahead.length === 0 && this.#tilts.some((angle) => angle !== 0)
        ? { tilt: new Uint8Array(Int8Array.from(this.#tilts).buffer) }
        : {}),
      ...this.style,
    } as HandDrawnShape;
  }

  #toInk({ point, pressure }: PenSample): InkPoint {
    return { x: point.x - this.at.x, y: point.y - this.at.y, pressure };
  }

  #asStored(points: readonly InkPoint[]): readonly InkPoint[] {
    if (points.length === 0) return points;
    const { hasPressure } = this;
    return decodeInk(encodeInk({ points, hasPressure }))?.points ?? [];
  }
}

const roundOrigin = (coordinate: number) =>
  Math.round(coordinate * ORIGIN_STEPS_PER_UNIT) / ORIGIN_STEPS_PER_UNIT;

function withoutRepeats(
  last: InkPoint | undefined,
  points: readonly InkPoint[],
): InkPoint[] {
  const kept: InkPoint[] = [];
  for (const point of points) {
    const before = kept.at(-1) ?? last;
    if (before?.x !== point.x || before.y !== point.y) kept.push(point);
  }
  return kept;
}
