import type { Editor } from "../../editor/editor";
import {
  goTo,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { Dragging } from "./dragging";

/** The hand lies over the paper. */
export class Idle implements ToolState {
  readonly id = "hand.idle";
  readonly cursor = "grab";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  onPointerDown({ point }: PointerInput): Transition {
    return goTo(new Dragging(this.#editor, point));
  }
}
