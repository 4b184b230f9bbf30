import { type BoardPoint, boardPoint, distance } from "@/core/geometry/point";
import {
  handlePlace,
  type ResizeHandle,
  type SelectionFrame,
} from "@/core/shapes/selection-frame";
import type { Editor } from "../../editor/editor";
import { snapPoint } from "../../editor/snapping/snap-move";
import {
  backToIdle,
  stay,
  type Modifiers,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { cursorOfHandle } from "./handle-cursor";
import { stretchByHandle } from "./stretch-by-handle";
import { Transforming } from "./transforming";

/** A handle of the selection is pulled: Shift keeps the ratio, Alt the middle. */
export class Resizing implements ToolState {
  readonly id = "select.resizing";
  readonly cursor;
  readonly #editor: Editor;
  readonly #handle: ResizeHandle;
  readonly #frame: SelectionFrame | undefined;
  /** From the pointer to the handle that it took hold of. */
  readonly #grip: BoardPoint;
  #input: PointerInput;
  #hasMoved = false;
  #resizing: Transforming | undefined;

  constructor(editor: Editor, handle: ResizeHandle, input: PointerInput) {
    this.#editor = editor;
    this.#handle = handle;
    this.#frame = editor.selectionFrame();
    this.#input = input;
    const angle = this.#frame?.angle ?? 0;
    this.cursor = cursorOfHandle({ kind: "resize", handle }, angle);
    const place = this.#frame ? handlePlace(this.#frame, handle) : input.point;
    this.#grip = boardPoint(place.x - input.point.x, place.y - input.point.y);
  }

  enter(): void {
    const ids = this.#editor.changeableShapes().map(({ id }) => id);
    this.#resizing = new Transforming(this.#editor, ids);
  }

  onPointerMove(input: PointerInput): Transition {
    // A click must not snap the handle to what is near it.
    this.#hasMoved ||= distance(input.screen, this.#input.screen) > 0;
    this.#input = input;
    if (this.#hasMoved) this.#show();
    return stay;
  }

  onModifiers(modifiers: Modifiers): Transition {
    return this.onPointerMove({ ...this.#input, ...modifiers });
  }

  onPointerUp(input: PointerInput): Transition {
    this.onPointerMove(input);
    this.#resizing?.commit("resize");
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#resizing?.dispose();
    this.#editor.guides.set([]);
  }

  #show(): void {
    const frame = this.#frame;
    if (!frame || !this.#resizing) return;
    const { shift, alt } = this.#input;
    const isSide = this.#handle.length === 1;
    const isFree =
      frame.resizing === "free" || (frame.resizing === "text" && isSide);
    this.#resizing.show(
      stretchByHandle({
        frame,
        handle: this.#handle,
        to: this.#target(frame),
        keepsRatio: !isFree || (shift && frame.resizing === "free"),
        fromCentre: alt,
      }),
    );
  }

  /** Where the handle is to go: where it snaps, unless Mod is held or the frame lies at an angle to everything else. */
  #target(frame: SelectionFrame): BoardPoint {
    const { point, mod } = this.#input;
    const to = boardPoint(point.x + this.#grip.x, point.y + this.#grip.y);
    if (mod || frame.angle !== 0) {
      this.#editor.guides.set([]);
      return to;
    }
    const { by, guides } = snapPoint(this.#editor, to, this.#resizing!.ids);
    this.#editor.guides.set(guides);
    return boardPoint(to.x + by.x, to.y + by.y);
  }
}
