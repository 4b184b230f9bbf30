import type { Editor } from "../../editor/editor";
import {
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { Drawing } from "./drawing";

/** The pen is in the hand and not on the paper. */
export class Idle implements ToolState {
  readonly id = "draw.idle";
  readonly cursor = "crosshair";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  enter(): void {
    this.#editor.run("selection.clear");
  }

  onPointerDown(input: PointerInput): Transition {
    if (this.#editor.board.readOnly) return stay;
    return goTo(new Drawing(this.#editor, input));
  }
}
