import type { StrokeStart } from "@/core/protocol/gesture-lane";
import { MAX_ENTRY_POINTS } from "@/core/protocol/limits";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveStroke } from "@/core/protocol/live-message";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { OutgoingGesture } from "./outgoing-gesture";

export class OutgoingStroke implements OutgoingGesture {
  readonly begins: readonly LiveBegin[];
  readonly #gesture: number;
  readonly #hasPressure: boolean;
  readonly #points: InkPoint[] = [];
  #sent = 0;

  constructor(gesture: number, { kind, ...start }: StrokeStart) {
    this.#gesture = gesture;
    this.#hasPressure = start.hasPressure;
    this.begins = [{ kind: "begin", gesture, what: kind, ...start }];
  }

  extend(points: readonly InkPoint[]): void {
    for (const point of points) this.#points.push(point);
  }

  takeUpdates(): LiveStroke[] {
    const updates: LiveStroke[] = [];
    const count = this.#points.length;
    for (let first = this.#sent; first < count; first += MAX_ENTRY_POINTS)
      updates.push({
        kind: "stroke",
        gesture: this.#gesture,
        first,
        hasPressure: this.#hasPressure,
        points: this.#points.slice(first, first + MAX_ENTRY_POINTS),
      });
    this.#sent = count;
    return updates;
  }

  restart(): void {
    this.#sent = 0;
  }

  /** The last point once more: who has it already sees no difference. */
  repeat(): void {
    this.#sent = Math.max(0, Math.min(this.#sent, this.#points.length - 1));
  }
}
