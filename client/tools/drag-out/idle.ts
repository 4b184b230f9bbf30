import type { Editor } from "../../editor/editor";
import {
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { Pointing } from "./pointing";

/** A tool that drags out shapes of one kind is in the hand, and nothing is pressed. */
export class Idle implements ToolState {
  readonly id;
  readonly cursor = "crosshair";
  readonly #editor: Editor;
  readonly #kind: string;

  constructor(editor: Editor, kind: string) {
    this.id = `${kind}.idle` as const;
    this.#editor = editor;
    this.#kind = kind;
  }

  enter(): void {
    this.#editor.select([]);
  }

  onPointerDown(input: PointerInput): Transition {
    if (this.#editor.board.readOnly) return stay;
    return goTo(new Pointing(this.#editor, this.#kind, input));
  }
}
