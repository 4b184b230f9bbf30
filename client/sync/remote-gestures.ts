import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";
import type { Shape } from "@/core/shapes/shape";
import { makeRemoteGesture } from "./make-remote-gesture";
import type { RemoteGesture } from "./remote-gesture";

interface Tracked {
  readonly slot: number;
  readonly gesture: RemoteGesture;
  lastWordAt: number;
  /** Nothing was heard of it for too long: it shows nothing until there is. */
  isAsleep: boolean;
  hasEnded: boolean;
}

/** One of the gestures that show something now. */
export interface ShownGesture {
  readonly slot: number;
  readonly gesture: RemoteGesture;
}

export interface RemoteGesturesOptions {
  readonly clock: Clock;
  readonly shapeOf: (id: ShapeId) => Shape | undefined;
  /** `#rrggbb` */
  readonly colourOf: (slot: number) => string;
  /** A gesture has fallen asleep by itself. */
  readonly onSleep: () => void;
}

/**
 * The others' gestures under way. One ends with its shape's commit, with `end` or `cancel`, or with its maker's leaving; and when nothing was
 * heard of it for long it is not shown until something is. The methods say whether anything looks different afterwards.
 */
export class RemoteGestures {
  readonly #options: RemoteGesturesOptions;
  readonly #tracked = new Map<string, Tracked>();
  #wakeAt = Infinity;
  #cancelSleep: Dispose = () => {};

  constructor(options: RemoteGesturesOptions) {
    this.#options = options;
  }

  *shown(): Iterable<ShownGesture> {
    for (const tracked of this.#tracked.values())
      if (!tracked.isAsleep) yield tracked;
  }

  begin(slot: number, begin: LiveBegin): boolean {
    const key = keyOf(slot, begin.gesture);
    const known = this.#tracked.get(key);
    if (known) return this.#hear(known, begin);
    const { clock, shapeOf, colourOf } = this.#options;
    const colour = colourOf(slot);
    const gesture = makeRemoteGesture(begin, { key, clock, shapeOf, colour });
    if (gesture.makes !== undefined && shapeOf(gesture.makes)) return false;
    const tracked: Tracked = {
      slot,
      gesture,
      lastWordAt: clock.now(),
      isAsleep: false,
      hasEnded: false,
    };
    this.#tracked.set(key, tracked);
    this.#sleepLater(tracked);
    return false;
  }

  /** Without its `begin`, or after its end, a gesture is waited for until the commit. */
  update(slot: number, update: LiveUpdate): boolean {
    const tracked = this.#tracked.get(keyOf(slot, update.gesture));
    return tracked ? this.#hear(tracked, update) : false;
  }

  end(slot: number, gesture: number): boolean {
    const tracked = this.#tracked.get(keyOf(slot, gesture));
    if (!tracked?.gesture.outlastsEnd) return this.cancel(slot, gesture);
    tracked.hasEnded = true;
    if (tracked.isAsleep) this.#tracked.delete(keyOf(slot, gesture));
    return false;
  }

  cancel(slot: number, gesture: number): boolean {
    return this.#tracked.delete(keyOf(slot, gesture));
  }

  /** The shapes have come onto the board. */
  committed(shapes: readonly ShapeId[]): boolean {
    if (this.#tracked.size === 0) return false;
    const arrived = new Set(shapes);
    for (const { gesture } of this.#tracked.values()) gesture.arrived?.(shapes);
    return this.#remove(
      ({ gesture }) =>
        gesture.makes !== undefined && arrived.has(gesture.makes),
    );
  }

  leave(slot: number): boolean {
    return this.#remove((tracked) => tracked.slot === slot);
  }

  dispose(): void {
    this.#cancelSleep();
  }

  #hear(tracked: Tracked, word: LiveBegin | LiveUpdate): boolean {
    const wasAsleep = tracked.isAsleep;
    tracked.lastWordAt = this.#options.clock.now();
    tracked.isAsleep = false;
    if (wasAsleep) this.#sleepLater(tracked);
    return tracked.gesture.receive(word) || wasAsleep;
  }

  #remove(isOver: (tracked: Tracked) => boolean): boolean {
    let hasChanged = false;
    for (const [key, tracked] of this.#tracked)
      if (isOver(tracked)) hasChanged = this.#tracked.delete(key);
    return hasChanged;
  }

  #sleepLater(tracked: Tracked): void {
    const sleepAt = sleepTimeOf(tracked);
    if (sleepAt >= this.#wakeAt) return;
    const { clock } = this.#options;
    this.#cancelSleep();
    this.#wakeAt = sleepAt;
    this.#cancelSleep = clock.after(sleepAt - clock.now(), () => {
      this.#wakeAt = Infinity;
      this.#sleep();
    });
  }

  #sleep(): void {
    const now = this.#options.clock.now();
    let hasChanged = false;
    for (const [key, tracked] of this.#tracked) {
      if (tracked.isAsleep) continue;
      if (sleepTimeOf(tracked) > now) {
        this.#sleepLater(tracked);
        continue;
      }
      hasChanged = true;
      tracked.isAsleep = true;
      if (tracked.hasEnded) this.#tracked.delete(key);
    }
    if (hasChanged) this.#options.onSleep();
  }
}

const sleepTimeOf = ({ lastWordAt, gesture }: Tracked): number =>
  lastWordAt + gesture.patience;

const keyOf = (slot: number, gesture: number): string => `${slot}/${gesture}`;
