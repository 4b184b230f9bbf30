import type { Editor } from "../../editor/editor";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { kindOf } from "@/core/shapes/shape-kinds";
import { shapeUnder } from "../select/hit-tolerance";
import { placeText } from "./place-text";

/** A click begins a text there, or edits the one that is there already. */
export class Idle implements ToolState {
  readonly id = "text.idle";
  readonly cursor = "text";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  enter(): void {
    this.#editor.select([]);
  }

  onPointerUp(input: PointerInput): Transition {
    const editor = this.#editor;
    if (editor.board.readOnly) return stay;
    const shape = shapeUnder(editor, input);
    const isText = shape && kindOf(shape).hasText && shape.kind !== "frame";
    editor.toolUsed();
    if (isText) editor.typing.start(shape.id);
    else placeText(editor, input.point);
    return backToIdle;
  }
}
