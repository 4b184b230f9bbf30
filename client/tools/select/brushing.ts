import type { ShapeId } from "@/core/base/ids";
import { boxBetween, containsBox, type Box } from "@/core/geometry/box";
import { distance } from "@/core/geometry/point";
import { formBox } from "@/core/shapes/placed-shape";
import type { Editor } from "../../editor/editor";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { DRAG_THRESHOLD } from "./pointing";

/** The pointer is pressed on the paper: a click that selects nothing, or a box that selects what lies wholly within. */
export class Brushing implements ToolState {
  readonly id = "select.brushing";
  readonly cursor = "default";
  readonly #editor: Editor;
  readonly #origin: PointerInput;
  readonly #before: ReadonlySet<ShapeId>;
  #hasMoved = false;

  constructor(editor: Editor, origin: PointerInput) {
    this.#editor = editor;
    this.#origin = origin;
    this.#before = editor.selection.get();
  }

  enter(): void {
    if (!this.#origin.shift) this.#editor.select([]);
  }

  onPointerMove(input: PointerInput): Transition {
    this.#hasMoved ||=
      distance(input.screen, this.#origin.screen) >= DRAG_THRESHOLD;
    if (!this.#hasMoved) return stay;
    const box = boxBetween(this.#origin.point, input.point);
    this.#editor.marquee.set(box);
    const kept = this.#origin.shift ? this.#before : [];
    this.#editor.select([...kept, ...this.#within(box)]);
    return stay;
  }

  onPointerUp(): Transition {
    return backToIdle;
  }

  onCancel(): Transition {
    this.#editor.select(this.#before);
    return backToIdle;
  }

  exit(): void {
    this.#editor.marquee.set(undefined);
  }

  /** What lies wholly within `box`; of a group, all of it must. Looked up anew each time: others go on drawing. */
  #within(box: Box): ReadonlySet<ShapeId> {
    const { board, shapes } = this.#editor;
    const inside = new Set<ShapeId>();
    const wholes = new Set<ShapeId>();
    for (const shape of shapes.shapesIn(box)) {
      if (shape.locked || !containsBox(box, formBox(shape))) continue;
      inside.add(shape.id);
      wholes.add(this.#editor.selectableFor(shape.id));
    }
    for (const id of wholes) {
      const drawn = board.drawnBy(id);
      const isFrame = board.get(id)?.kind === "frame";
      if (!isFrame && !drawn.every((shape) => inside.has(shape.id)))
        wholes.delete(id);
    }
    return wholes;
  }
}
