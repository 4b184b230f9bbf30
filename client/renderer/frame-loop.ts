import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { Listeners } from "@/core/base/listeners";

/** Runs `callback` before the next picture, unless the returned function is called first. */
export type RequestFrame = (callback: () => void) => Dispose;

/**
 * The one loop of a board's window. Asleep until somebody wakes it; then it runs one frame: first the steps that take in what
 * was done, then those that paint what has come of it.
 */
export class FrameLoop {
  readonly #requestFrame: RequestFrame;
  readonly #clock: Clock;
  readonly #inputs = new Listeners<void>();
  readonly #paints = new Listeners<void>();
  #cancelFrame: Dispose | undefined;
  #cancelAlarm: Dispose | undefined;
  #alarmAt = Infinity;
  #isTakingInput = false;

  constructor(requestFrame: RequestFrame, clock: Clock) {
    this.#requestFrame = requestFrame;
    this.#clock = clock;
  }

  /** Runs `step` early in each frame, before anything is painted. */
  beforePaint(step: () => void): Dispose {
    return this.#inputs.add(step);
  }

  onPaint(step: () => void): Dispose {
    return this.#paints.add(step);
  }

  /** Asks for a frame. What is changed by an input step is painted in the frame that it belongs to. */
  wake(): void {
    if (this.#isTakingInput || this.#cancelFrame) return;
    this.#cancelFrame = this.#requestFrame(() => this.#run());
  }

  /** Asks for a frame after `delay` milliseconds; the earliest of several counts. */
  wakeAfter(delay: number): void {
    if (delay <= 0) return this.wake();
    const at = this.#clock.now() + delay;
    if (at >= this.#alarmAt) return;
    this.#cancelAlarm?.();
    this.#alarmAt = at;
    this.#cancelAlarm = this.#clock.after(delay, () => {
      this.#alarmAt = Infinity;
      this.wake();
    });
  }

  /** In how many milliseconds the next frame is due: 0 when it has been asked for, Infinity when nobody waits for one. */
  get dueIn(): number {
    if (this.#cancelFrame) return 0;
    return Math.max(0, this.#alarmAt - this.#clock.now());
  }

  dispose(): void {
    this.#cancelFrame?.();
    this.#cancelAlarm?.();
  }

  #run(): void {
    this.#cancelFrame = undefined;
    this.#isTakingInput = true;
    try {
      this.#inputs.emit();
    } finally {
      this.#isTakingInput = false;
    }
    this.#paints.emit();
  }
}
