import { distance, type ScreenPoint } from "@/core/geometry/point";

/** From the first finger down to the last one up; milliseconds. */
const MAX_TAP_MS = 350;
/** CSS pixels that a finger of a tap may move. */
const MAX_TAP_WAY = 12;

/** Tells taps of several fingers from everything else that fingers do. */
export class FingerTaps {
  readonly #down = new Map<number, ScreenPoint>();
  #most = 0;
  #startedAt = 0;
  #hasMoved = false;

  /** Times are when the fingers did it, in milliseconds. */
  down(id: number, at: ScreenPoint, time: number): void {
    if (this.#down.size === 0) {
      this.#most = 0;
      this.#hasMoved = false;
      this.#startedAt = time;
    }
    this.#down.set(id, at);
    this.#most = Math.max(this.#most, this.#down.size);
  }

  move(id: number, at: ScreenPoint): void {
    const start = this.#down.get(id);
    if (start && distance(start, at) > MAX_TAP_WAY) this.#hasMoved = true;
  }

  /** The number of fingers that tapped, when this was the last of them to be lifted. */
  up(id: number, time: number): number | undefined {
    if (!this.#down.delete(id) || this.#down.size > 0) return undefined;
    const isQuick = time - this.#startedAt <= MAX_TAP_MS;
    return isQuick && !this.#hasMoved ? this.#most : undefined;
  }

  /** A finger was lost to the system: what the others do is no tap any more. */
  lose(id: number): void {
    this.#down.delete(id);
    this.#hasMoved = true;
  }
}
