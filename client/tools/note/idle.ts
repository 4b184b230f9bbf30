import type { Editor } from "../../editor/editor";
import {
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { Placing } from "./placing";

/** A press puts a note there, which is still moved about until the pointer is lifted. */
export class Idle implements ToolState {
  readonly id = "note.idle";
  readonly cursor = "crosshair";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  enter(): void {
    this.#editor.select([]);
  }

  onPointerDown({ point }: PointerInput): Transition {
    if (this.#editor.board.readOnly) return stay;
    return goTo(new Placing(this.#editor, point));
  }
}
