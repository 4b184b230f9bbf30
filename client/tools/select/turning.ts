import { centreOf } from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { Editor } from "../../editor/editor";
import { movedShapes } from "../../editor/selection/moved-shapes";
import {
  backToIdle,
  stay,
  type Modifiers,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { Transforming } from "./transforming";

/** With Shift, turns go by this; radians. */
const STEP = Math.PI / 12;

/** The selection turns about its middle, after the pointer. */
export class Turning implements ToolState {
  readonly id = "select.turning";
  readonly cursor = "grabbing";
  readonly #editor: Editor;
  readonly #about: BoardPoint;
  readonly #startAngle: number;
  readonly #frameAngle: number;
  #input: PointerInput;
  #turning: Transforming | undefined;

  constructor(editor: Editor, input: PointerInput) {
    this.#editor = editor;
    const frame = editor.selectionFrame();
    this.#about = frame ? centreOf(frame.box) : boardPoint(0, 0);
    this.#frameAngle = frame?.angle ?? 0;
    this.#startAngle = this.#angleOf(input.point);
    this.#input = input;
  }

  enter(): void {
    const ids = movedShapes(this.#editor).map(({ id }) => id);
    this.#turning = new Transforming(this.#editor, ids);
    this.#show();
  }

  onPointerMove(input: PointerInput): Transition {
    this.#input = input;
    this.#show();
    return stay;
  }

  onModifiers(modifiers: Modifiers): Transition {
    return this.onPointerMove({ ...this.#input, ...modifiers });
  }

  onPointerUp(input: PointerInput): Transition {
    this.onPointerMove(input);
    this.#turning?.commit("turn");
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#turning?.dispose();
  }

  #show(): void {
    const { point, shift } = this.#input;
    let angle = this.#angleOf(point) - this.#startAngle;
    if (shift) {
      const whole = Math.round((this.#frameAngle + angle) / STEP) * STEP;
      angle = whole - this.#frameAngle;
    }
    this.#turning?.show({ kind: "turn", about: this.#about, angle });
  }

  #angleOf({ x, y }: BoardPoint): number {
    return Math.atan2(y - this.#about.y, x - this.#about.x);
  }
}
