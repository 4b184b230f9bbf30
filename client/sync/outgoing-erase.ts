import type { ShapeId } from "@/core/base/ids";
import { MAX_GESTURE_SHAPES } from "@/core/protocol/limits";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveErase } from "@/core/protocol/live-message";
import { isLiveId } from "@/core/protocol/live-values";
import { inEntries } from "./in-entries";
import type { OutgoingGesture } from "./outgoing-gesture";

export class OutgoingErase implements OutgoingGesture {
  readonly begins: readonly LiveBegin[];
  readonly #gesture: number;
  /** In the order in which they were marked. */
  readonly #marked = new Set<ShapeId>();
  #sent = 0;

  constructor(gesture: number) {
    this.#gesture = gesture;
    this.begins = [{ kind: "begin", gesture, what: "erase" }];
  }

  /** Those beyond what one gesture may name are left out: the others see them go at the commit. */
  mark(shapes: readonly ShapeId[]): void {
    for (const shape of shapes)
      if (isLiveId(shape) && this.#marked.size < MAX_GESTURE_SHAPES)
        this.#marked.add(shape);
  }

  takeUpdates(): LiveErase[] {
    const unsent = [...this.#marked].slice(this.#sent);
    this.#sent = this.#marked.size;
    const gesture = this.#gesture;
    return inEntries(unsent).map((shapes) => ({
      kind: "erase",
      gesture,
      shapes,
    }));
  }

  restart(): void {
    this.#sent = 0;
  }

  /** The last mark once more. */
  repeat(): void {
    this.#sent = Math.max(0, Math.min(this.#sent, this.#marked.size - 1));
  }
}
