import type { ShapeId } from "@/core/base/ids";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { DraftGesture } from "@/core/protocol/gesture-lane";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../../editor/editor";
import { drafting } from "../../editor/preview";
import { snapPoint } from "../../editor/snapping/snap-move";
import {
  backToIdle,
  stay,
  type Modifiers,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { alongAngle, toSquare } from "./constrain";
import { commitDraft, draftShape, draggedOut } from "../../editor/new-shape";

const NOTHING: ReadonlySet<ShapeId> = new Set();

/** A shape is dragged out: with Shift as a square or along 15°, with Alt from its middle. The board gets it when the pointer is lifted. */
export class Dragging implements ToolState {
  readonly id;
  readonly cursor = "crosshair";
  readonly #editor: Editor;
  readonly #draft: Shape;
  readonly #origin: BoardPoint;
  #input: PointerInput;
  #gesture: DraftGesture | undefined;
  #shown: Shape;

  constructor(
    editor: Editor,
    kind: string,
    origin: BoardPoint,
    input: PointerInput,
  ) {
    this.id = `${kind}.dragging` as const;
    this.#editor = editor;
    this.#input = input;
    this.#draft = draftShape(editor, kind);
    this.#shown = this.#draft;
    const { by } = input.mod
      ? { by: boardPoint(0, 0) }
      : snapPoint(editor, origin, NOTHING);
    this.#origin = boardPoint(origin.x + by.x, origin.y + by.y);
  }

  enter(): void {
    this.#gesture = this.#editor.lane.beginDraft(this.#draft);
    this.#show();
  }

  onPointerMove(input: PointerInput): Transition {
    this.#input = input;
    this.#show();
    return stay;
  }

  onModifiers(modifiers: Modifiers): Transition {
    return this.onPointerMove({ ...this.#input, ...modifiers });
  }

  onPointerUp(input: PointerInput): Transition {
    this.onPointerMove(input);
    commitDraft(this.#editor, this.#shown);
    this.#gesture?.end();
    this.#editor.preview.set(undefined);
    this.#editor.toolUsed();
    this.#editor.select([this.#draft.id]);
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#gesture?.cancel();
    this.#editor.preview.set(undefined);
    this.#editor.guides.set([]);
  }

  #show(): void {
    const to = this.#target();
    const from = this.#input.alt
      ? boardPoint(2 * this.#origin.x - to.x, 2 * this.#origin.y - to.y)
      : this.#origin;
    this.#shown = draggedOut(this.#draft, from, to);
    this.#gesture?.dragTo(from, to);
    this.#editor.preview.set(drafting(this.#shown));
  }

  #target(): BoardPoint {
    const { point, shift, mod } = this.#input;
    this.#editor.guides.set([]);
    if (shift) {
      const isLine = kindOf(this.#draft).handles !== undefined;
      return (isLine ? alongAngle : toSquare)(this.#origin, point);
    }
    if (mod) return point;
    const { by, guides } = snapPoint(this.#editor, point, NOTHING);
    this.#editor.guides.set(guides);
    return boardPoint(point.x + by.x, point.y + by.y);
  }
}
