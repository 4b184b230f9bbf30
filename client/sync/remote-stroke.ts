import type { ShapeId } from "@/core/base/ids";
import type { BeginStroke, LiveBegin } from "@/core/protocol/live-begin";
import { PREVIEW_TIMEOUT_MS } from "@/core/protocol/limits";
import type { LiveStroke, LiveUpdate } from "@/core/protocol/live-message";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { HandDrawnShape } from "@/core/shapes/ink/ink-shape";
import type { RemoteGesture } from "./remote-gesture";

/** The longest gap that is bridged: a minute of drawing. */
const MAX_GAP_POINTS = 4_000;

/** A stroke that somebody else is drawing. */
export class RemoteStroke implements RemoteGesture {
  readonly patience = PREVIEW_TIMEOUT_MS;
  readonly makes: ShapeId;
  readonly #begin: BeginStroke;
  readonly #points: InkPoint[] = [];
  /** The stroke as it is now; undefined when that has not been asked for. */
  #shape: HandDrawnShape | undefined;

  constructor(begin: BeginStroke) {
    this.#begin = begin;
    this.makes = begin.shape;
  }

  receive(entry: LiveBegin | LiveUpdate): boolean {
    if (entry.kind !== "stroke" || !this.#extend(entry)) return false;
    this.#shape = undefined;
    return true;
  }

  previews(): readonly HandDrawnShape[] {
    if (this.#points.length === 0) return [];
    this.#shape ??= this.#makeShape();
    return [this.#shape];
  }

  /** Says whether that brought anything new. */
  #extend({ first, points }: LiveStroke): boolean {
    const known = this.#points;
    // More than a slow line can have lost: not from a client of ours.
    if (first > known.length + MAX_GAP_POINTS) return false;
    bridgeGap(known, first, points[0]);
    let isNew = false;
    points.forEach((point, i) => {
      isNew ||= !isSame(known[first + i], point);
      known[first + i] = point;
    });
    return isNew;
  }

  #makeShape(): HandDrawnShape {
    const { what, shape, at, stroke, strokeWidth, opacity, hasPressure } =
      this.#begin;
    return {
      kind: what,
      id: shape,
      at,
      angle: 0,
      index: "",
      parent: undefined,
      locked: false,
      author: undefined,
      opacity,
      stroke,
      strokeWidth,
      // A copy, because the stroke grows in place and shapes never change.
      points: [...this.#points],
      hasPressure,
    };
  }
}

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

const isSame = (a: InkPoint | undefined, b: InkPoint): boolean =>
  a?.x === b.x && a.y === b.y && a.pressure === b.pressure;
