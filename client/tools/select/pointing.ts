import type { Editor } from "../../editor/editor";
import {
  backToIdle,
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import type { ShapeId } from "@/core/base/ids";
import { distance } from "@/core/geometry/point";
import { Dragging } from "./dragging";

/** A hand that clicks shakes by less than this; CSS pixels. */
export const DRAG_THRESHOLD = 4;

/** The pointer is pressed on a shape, or between several that are selected: a click so far, a drag once it has moved. */
export class Pointing implements ToolState {
  readonly id = "select.pointing";
  readonly cursor = "move";
  readonly #editor: Editor;
  readonly #pressed: ShapeId | undefined;
  readonly #origin: PointerInput;

  constructor(
    editor: Editor,
    pressed: ShapeId | undefined,
    origin: PointerInput,
  ) {
    this.#editor = editor;
    this.#pressed = pressed;
    this.#origin = origin;
  }

  onPointerMove(input: PointerInput): Transition {
    const { board, selection } = this.#editor;
    const isDrag =
      distance(input.screen, this.#origin.screen) >= DRAG_THRESHOLD;
    if (!isDrag || board.readOnly) return stay;
    const pressed = this.#pressed;
    if (pressed !== undefined && !selection.get().has(pressed))
      this.#editor.select(
        this.#origin.shift ? [...selection.get(), pressed] : [pressed],
      );
    return goTo(new Dragging(this.#editor, this.#origin.point, input));
  }

  onPointerUp({ shift }: PointerInput): Transition {
    if (this.#pressed === undefined) this.#editor.select([]);
    else if (shift) this.#toggle(this.#pressed);
    else this.#editor.select([this.#pressed]);
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  #toggle(pressed: ShapeId): void {
    const selected = new Set(this.#editor.selection.get());
    if (!selected.delete(pressed)) selected.add(pressed);
    this.#editor.select(selected);
  }
}
