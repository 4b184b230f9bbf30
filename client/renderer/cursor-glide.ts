import { boardPoint, type BoardPoint } from "@/core/geometry/point";

/** A cursor is shown where it was this long ago, so that the sample after is mostly known; milliseconds. Samples come every 33. */
const DELAY_MS = 50;
/** A hand that was silent for longer stood still, and did not creep; milliseconds. */
const PAUSE_MS = 150;
/** How long the way out of a pause takes; milliseconds. */
const START_MS = 40;
/** A curve through a segment needs the sample before it and the one after. */
const KEPT_SAMPLES = 6;

interface Sample extends BoardPoint {
  readonly time: number;
}

/** The way of one cursor: a smooth curve through the places that it was reported at. */
export class CursorGlide {
  #samples: readonly Sample[] = [];

  /** Adds a report; `time` in milliseconds, never earlier than the one before. One at the time of the last replaces it. */
  report({ x, y }: BoardPoint, time: number): void {
    const last = this.#samples.at(-1);
    const wasStill = last !== undefined && time - last.time > PAUSE_MS;
    const before = wasStill
      ? [{ ...last, time: time - START_MS }]
      : this.#samples.filter((sample) => sample.time < time);
    this.#samples = [...before, { x, y, time }].slice(-KEPT_SAMPLES);
  }

  /** Where to show the cursor at `now`. Undefined before the first report. */
  placeAt(now: number): BoardPoint | undefined {
    const samples = this.#samples;
    const time = now - DELAY_MS;
    const next = samples.findIndex((sample) => sample.time > time);
    if (next === -1) return samples.at(-1);
    if (next === 0) return samples[0];
    return onCurve(samples, next - 1, time);
  }

  /** Whether the cursor has arrived at its last report. */
  isAtRest(now: number): boolean {
    const last = this.#samples.at(-1);
    return !last || now - DELAY_MS >= last.time;
  }
}

/** A cubic through the samples `from` and `from + 1`, as fast at each as the samples around it say. */
function onCurve(
  samples: readonly Sample[],
  from: number,
  time: number,
): BoardPoint {
  const start = samples[from]!;
  const end = samples[from + 1]!;
  const span = end.time - start.time;
  const share = (time - start.time) / span;
  const startSpeed = speedAt(samples, from);
  const endSpeed = speedAt(samples, from + 1);
  const along = (axis: "x" | "y") =>
    hermite(share, {
      start: start[axis],
      end: end[axis],
      startSlope: startSpeed[axis] * span,
      endSlope: endSpeed[axis] * span,
    });
  return boardPoint(along("x"), along("y"));
}

interface CubicEnds {
  readonly start: number;
  readonly end: number;
  readonly startSlope: number;
  readonly endSlope: number;
}

/** The cubic with these ends and slopes, at `share` of the way from 0 to 1. */
function hermite(share: number, ends: CubicEnds): number {
  const square = share * share;
  const cube = square * share;
  return (
    ends.start * (2 * cube - 3 * square + 1) +
    ends.end * (3 * square - 2 * cube) +
    ends.startSlope * (cube - 2 * square + share) +
    ends.endSlope * (cube - square)
  );
}

/** Board units a millisecond, from the samples on both sides; at rest at the ends. */
function speedAt(samples: readonly Sample[], index: number): BoardPoint {
  const before = samples[index - 1];
  const after = samples[index + 1];
  if (!before || !after) return boardPoint(0, 0);
  const span = after.time - before.time;
  return boardPoint((after.x - before.x) / span, (after.y - before.y) / span);
}
