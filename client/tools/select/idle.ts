import type { Editor } from "../../editor/editor";
import {
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { HIT_TOLERANCE } from "./hit-tolerance";
import { Pointing } from "./pointing";

/** Nothing is pressed. */
export class Idle implements ToolState {
  readonly id = "select.idle";
  readonly cursor = "default";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  onPointerDown(input: PointerInput): Transition {
    const { camera, shapes } = this.#editor;
    const tolerance = HIT_TOLERANCE[input.device] / camera.state.get().zoom;
    const shape = shapes.topmostAt(input.point, tolerance);
    if (shape) return goTo(new Pointing(this.#editor, shape.id, input));
    if (!input.shift) this.#editor.run("selection.clear");
    return stay;
  }
}
