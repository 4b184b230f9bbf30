import type { BoardPoint } from "@/core/geometry/point";
import { MAX_ENTRY_POINTS } from "@/core/protocol/limits";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveLaser } from "@/core/protocol/live-message";
import type { OutgoingGesture } from "./outgoing-gesture";

/** A laser pointer. Its points fade so soon that none is ever told twice. */
export class OutgoingLaser implements OutgoingGesture {
  readonly begins: readonly LiveBegin[];
  readonly #gesture: number;
  #points: BoardPoint[] = [];

  constructor(gesture: number) {
    this.#gesture = gesture;
    this.begins = [{ kind: "begin", gesture, what: "laser" }];
  }

  extend(points: readonly BoardPoint[]): void {
    for (const point of points) this.#points.push(point);
  }

  takeUpdates(): LiveLaser[] {
    const points = this.#points;
    this.#points = [];
    const updates: LiveLaser[] = [];
    for (let i = 0; i < points.length; i += MAX_ENTRY_POINTS)
      updates.push({
        kind: "laser",
        gesture: this.#gesture,
        points: points.slice(i, i + MAX_ENTRY_POINTS),
      });
    return updates;
  }

  restart(): void {
    this.#points = [];
  }

  repeat(): void {
    // What does not move has faded, and there is nothing to show.
  }

  lastUpdates(): LiveLaser[] {
    return this.takeUpdates();
  }
}
