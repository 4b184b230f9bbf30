import type { ShapeId } from "@/core/base/ids";
import { remembered } from "@/core/base/remembered";
import { moved } from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import { duplicateSelection } from "../../editor/duplicate-selection";
import type { Editor } from "../../editor/editor";
import { drafting } from "../../editor/preview";
import { movedShapes } from "../../editor/selection/moved-shapes";
import type { Axis } from "../../editor/snapping/equal-gaps";
import { snapMove } from "../../editor/snapping/snap-move";
import {
  backToIdle,
  goTo,
  stay,
  type Modifiers,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { preview } from "@/core/shapes/transform-shape";
import { Transforming } from "./transforming";
import type { TransformGesture } from "@/core/protocol/gesture-lane";

const NOTHING: ReadonlySet<ShapeId> = new Set();

/** Moves by whole tenths of a unit keep the places short in the document. */
const STEPS_PER_UNIT = 10;

/** The selected shapes follow the pointer, or with Alt copies of them. The document gets one edit, when it is lifted. */
export class Dragging implements ToolState {
  readonly id = "select.dragging";
  readonly cursor;
  readonly #editor: Editor;
  readonly #origin: BoardPoint;
  readonly #isCopying: boolean;
  readonly #whatMoves;
  #input: PointerInput;
  #by: BoardPoint = boardPoint(0, 0);
  #moving: Transforming | undefined;
  #copies: TransformGesture | undefined;

  constructor(editor: Editor, origin: BoardPoint, input: PointerInput) {
    this.#editor = editor;
    this.#origin = origin;
    this.#input = input;
    this.#whatMoves = remembered(
      () => [editor.selection.get(), editor.shapes.revision],
      () => {
        const shapes = movedShapes(editor);
        const ids = new Set(shapes.map(({ id }) => id));
        return { shapes, ids, box: formBoxOfAll(shapes) };
      },
    );
    this.#isCopying = input.alt;
    this.cursor = input.alt ? ("copy" as const) : ("move" as const);
  }

  enter(): void {
    const { ids } = this.#whatMoves();
    if (this.#isCopying)
      this.#copies = this.#editor.lane.beginTransform([...ids], true);
    else this.#moving = new Transforming(this.#editor, ids);
    this.#show();
  }

  onPointerMove(input: PointerInput): Transition {
    if (input.alt !== this.#isCopying)
      return goTo(new Dragging(this.#editor, this.#origin, input));
    this.#input = input;
    this.#show();
    return stay;
  }

  onModifiers(modifiers: Modifiers): Transition {
    return this.onPointerMove({ ...this.#input, ...modifiers });
  }

  onPointerUp(input: PointerInput): Transition {
    this.#input = { ...input, alt: this.#isCopying };
    this.#show();
    if (this.#isCopying) {
      duplicateSelection(this.#editor, this.#by);
      this.#copies?.end();
    } else this.#moving?.commit("move");
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#copies?.cancel();
    this.#moving?.dispose();
    this.#editor.preview.set(undefined);
    this.#editor.guides.set([]);
  }

  #show(): void {
    this.#by = this.#way();
    const transform = { kind: "move", by: this.#by } as const;
    this.#moving?.show(transform);
    if (!this.#copies) return;
    this.#copies.transform(transform);
    const { shapes } = this.#whatMoves();
    const copies = shapes.map((shape) => preview(shape, transform));
    this.#editor.preview.set(drafting(...copies));
  }

  /** How far it goes: along one axis with Shift, and to where it snaps unless Mod is held. */
  #way(): BoardPoint {
    const { point, shift, mod } = this.#input;
    const dx = point.x - this.#origin.x;
    const dy = point.y - this.#origin.y;
    const axes = axesOf(shift, dx, dy);
    const x = axes.includes("x") ? dx : 0;
    const y = axes.includes("y") ? dy : 0;
    const { ids, box } = this.#whatMoves();
    this.#editor.guides.set([]);
    if (mod || !box) return boardPoint(rounded(x), rounded(y));
    const own = this.#isCopying ? NOTHING : ids;
    const taken = moved(box, boardPoint(x, y));
    const { by, guides } = snapMove(this.#editor, taken, own, axes);
    this.#editor.guides.set(guides);
    return boardPoint(rounded(x + by.x), rounded(y + by.y));
  }
}

/** With Shift only the one along which it has gone farther. */
function axesOf(shift: boolean, dx: number, dy: number): readonly Axis[] {
  if (!shift) return ["x", "y"];
  return Math.abs(dx) > Math.abs(dy) ? ["x"] : ["y"];
}

const rounded = (way: number) =>
  Math.round(way * STEPS_PER_UNIT) / STEPS_PER_UNIT;
