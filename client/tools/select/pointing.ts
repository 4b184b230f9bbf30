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
const DRAG_THRESHOLD = 4;

/** The pointer is pressed on a shape: a click so far, a drag once it has moved. */
export class Pointing implements ToolState {
  readonly id = "select.pointing";
  readonly cursor = "default";
  readonly #editor: Editor;
  readonly #pressed: ShapeId;
  readonly #origin: PointerInput;

  constructor(editor: Editor, pressed: ShapeId, origin: PointerInput) {
    this.#editor = editor;
    this.#pressed = pressed;
    this.#origin = origin;
  }

  onPointerMove(input: PointerInput): Transition {
    const { board, selection } = this.#editor;
    const isDrag =
      distance(input.screen, this.#origin.screen) >= DRAG_THRESHOLD;
    if (!isDrag || board.readOnly) return stay;
    if (!selection.get().has(this.#pressed)) this.#select([this.#pressed]);
    return goTo(new Dragging(this.#editor, this.#origin.point, input));
  }

  onPointerUp({ shift }: PointerInput): Transition {
    if (shift) this.#toggle();
    else this.#select([this.#pressed]);
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  #toggle(): void {
    const selected = new Set(this.#editor.selection.get());
    if (!selected.delete(this.#pressed)) selected.add(this.#pressed);
    this.#select(selected);
  }

  #select(ids: Iterable<ShapeId>): void {
    this.#editor.select(ids);
  }
}
