import type { Editor } from "../../editor/editor";
import {
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { Erasing } from "./erasing";

/** The eraser lies over the paper. */
export class Idle implements ToolState {
  readonly id = "eraser.idle";
  readonly cursor = "erase";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  enter(): void {
    this.#editor.select([]);
  }

  onPointerDown(input: PointerInput): Transition {
    if (this.#editor.board.readOnly) return stay;
    return goTo(new Erasing(this.#editor, input));
  }
}
