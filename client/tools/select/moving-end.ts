import { boardPoint, type BoardPoint } from "@/core/geometry/point";
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
import { alongAngle } from "../drag-out/constrain";
import { Transforming } from "./transforming";

/** One end of a line is taken somewhere else. */
export class MovingEnd implements ToolState {
  readonly id = "select.moving-end";
  readonly cursor = "crosshair";
  readonly #editor: Editor;
  readonly #handle: number;
  readonly #otherEnd: BoardPoint;
  /** From the pointer to the end that it took hold of. */
  readonly #grip: BoardPoint;
  #input: PointerInput;
  #hasMoved = false;
  #moving: Transforming | undefined;

  constructor(editor: Editor, handle: number, input: PointerInput) {
    this.#editor = editor;
    this.#handle = handle;
    this.#input = input;
    const ends = editor.selectionFrame()?.lineHandles ?? [];
    this.#otherEnd = ends[handle === 0 ? ends.length - 1 : 0] ?? input.point;
    const { x, y } = ends[handle] ?? input.point;
    this.#grip = boardPoint(x - input.point.x, y - input.point.y);
  }

  enter(): void {
    const ids = this.#editor.changeableShapes().map(({ id }) => id);
    this.#moving = new Transforming(this.#editor, ids);
  }

  onPointerMove(input: PointerInput): Transition {
    this.#input = input;
    this.#hasMoved = true;
    this.#moving?.show({
      kind: "handle",
      handle: this.#handle,
      to: this.#target(),
    });
    return stay;
  }

  onModifiers(modifiers: Modifiers): Transition {
    return this.onPointerMove({ ...this.#input, ...modifiers });
  }

  onPointerUp(input: PointerInput): Transition {
    if (this.#hasMoved) this.onPointerMove(input);
    this.#moving?.commit("move end");
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#moving?.dispose();
  }

  #target(): BoardPoint {
    const { shift, mod } = this.#input;
    const point = boardPoint(
      this.#input.point.x + this.#grip.x,
      this.#input.point.y + this.#grip.y,
    );
    this.#editor.guides.set([]);
    if (shift) return alongAngle(this.#otherEnd, point);
    if (mod) return point;
    const { by, guides } = snapPoint(this.#editor, point, this.#moving!.ids);
    this.#editor.guides.set(guides);
    return boardPoint(point.x + by.x, point.y + by.y);
  }
}
