import type { Editor } from "../../editor/editor";
import {
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import type { HandDrawnShape } from "@/core/shapes/ink/ink-shape";
import { Drawing } from "./drawing";

/** The pen is in the hand and not on the paper. */
export class Idle implements ToolState {
  readonly id = "draw.idle";
  readonly cursor = "crosshair";
  readonly #editor: Editor;
  readonly #kind: HandDrawnShape["kind"];

  constructor(editor: Editor, kind: HandDrawnShape["kind"]) {
    this.#editor = editor;
    this.#kind = kind;
  }

  enter(): void {
    this.#editor.select([]);
  }

  onPointerDown(input: PointerInput): Transition {
    if (this.#editor.board.readOnly) return stay;
    return goTo(new Drawing(this.#editor, this.#kind, input));
  }
}
