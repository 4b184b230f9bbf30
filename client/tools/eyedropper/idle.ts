import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../../editor/editor";
import { setStyle, styleOf } from "../../editor/styles/style-subject";
import {
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { shapeUnder } from "../select/hit-tolerance";

/** A click takes the colour of the shape there for what is selected and for the next shape: of its line, or with Shift of its inside. */
export class Idle implements ToolState {
  readonly id = "eyedropper.idle";
  readonly cursor = "crosshair";
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  onPointerUp(input: PointerInput): Transition {
    const editor = this.#editor;
    const shape = shapeUnder(editor, input, () => true);
    if (!shape) return stay;
    const name = input.shift ? "fill" : "stroke";
    const source =
      name === "stroke" && shape.kind === "note" ? ("fill" as const) : name;
    if (!kindOf(shape).styles.includes(source)) return stay;
    const colour = styleOf(shape, source);
    editor.setTool("select");
    if (colour !== undefined || source === "fill")
      rememberColour(editor, name, colour);
    return stay;
  }
}

function rememberColour(
  editor: Editor,
  name: "fill" | "stroke",
  colour: string | undefined,
): void {
  const values =
    name === "fill" ? { fill: colour } : colour ? { stroke: colour } : {};
  if (!setStyle(editor, values)) editor.styles.remember("rectangle", values);
}
