import type { Editor } from "../../editor/editor";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import type { ShapeId } from "@/core/base/ids";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";

/** Moves by whole tenths of a unit keep the places short in the document. */
const STEPS_PER_UNIT = 10;

/** The selected shapes follow the pointer. The document gets one edit, when it is lifted. */
export class Dragging implements ToolState {
  readonly id = "select.dragging";
  readonly cursor = "default";
  readonly #editor: Editor;
  readonly #origin: BoardPoint;
  readonly #ids: ReadonlySet<ShapeId>;
  #by: BoardPoint;

  constructor(editor: Editor, origin: BoardPoint, { point }: PointerInput) {
    this.#editor = editor;
    this.#origin = origin;
    this.#ids = editor.selection.get();
    this.#by = wayBetween(origin, point);
  }

  enter(): void {
    this.#show();
  }

  onPointerMove({ point }: PointerInput): Transition {
    this.#by = wayBetween(this.#origin, point);
    this.#show();
    return stay;
  }

  onPointerUp({ point }: PointerInput): Transition {
    this.#by = wayBetween(this.#origin, point);
    this.#commit();
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#editor.preview.set(undefined);
  }

  #show(): void {
    this.#editor.preview.set({ kind: "moving", ids: this.#ids, by: this.#by });
  }

  #commit(): void {
    const { board } = this.#editor;
    board.change("move", (draft) => {
      for (const id of this.#ids) {
        // From where the shape stands now: another person may have moved or removed it meanwhile.
        const shape = board.get(id);
        if (!shape) continue;
        const { x, y } = shape.at;
        draft.set(id, { at: boardPoint(x + this.#by.x, y + this.#by.y) });
      }
    });
  }
}

const wayBetween = (from: BoardPoint, to: BoardPoint): BoardPoint =>
  boardPoint(rounded(to.x - from.x), rounded(to.y - from.y));

const rounded = (way: number) =>
  Math.round(way * STEPS_PER_UNIT) / STEPS_PER_UNIT;
