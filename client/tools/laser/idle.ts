import type { Editor } from "../../editor/editor";
import {
  goTo,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { Pointing } from "./pointing";

/** The laser is off. */
export class Idle implements ToolState {
  readonly id = "laser.idle";
  readonly cursor = "crosshair";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  onPointerDown(input: PointerInput): Transition {
    return goTo(new Pointing(this.#editor, input));
  }
}
