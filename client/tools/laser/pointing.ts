import type { LaserGesture } from "@/core/protocol/gesture-lane";
import type { Editor, LaserTrail } from "../../editor/editor";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";

const COLOUR = "#e03131";
/** A trail fades within a second: what is older need not be kept; milliseconds. */
const TRAIL_MS = 1_500;

/** The laser is on: it leaves a trail that fades, and nothing on the board. */
export class Pointing implements ToolState {
  readonly id = "laser.pointing";
  readonly cursor = "crosshair";
  readonly #editor: Editor;
  readonly #start: PointerInput;
  #gesture: LaserGesture | undefined;
  #points: LaserTrail["points"] = [];

  constructor(editor: Editor, start: PointerInput) {
    this.#editor = editor;
    this.#start = start;
  }

  enter(): void {
    this.#gesture = this.#editor.lane.beginLaser();
    this.#extend(this.#start);
  }

  onPointerMove(input: PointerInput): Transition {
    this.#extend(input);
    return stay;
  }

  onPointerUp(input: PointerInput): Transition {
    this.#extend(input);
    this.#gesture?.end();
    return backToIdle;
  }

  onCancel(): Transition {
    this.#editor.laser.set(undefined);
    return backToIdle;
  }

  exit(): void {
    this.#gesture?.cancel();
  }

  #extend({ samples }: PointerInput): void {
    const time = this.#editor.clock.now();
    const added = samples.map(({ point }) => ({ ...point, time }));
    this.#points = [
      ...this.#points.filter((point) => point.time > time - TRAIL_MS),
      ...added,
    ];
    this.#gesture?.extend(added);
    this.#editor.laser.set({ colour: COLOUR, points: this.#points });
  }
}
