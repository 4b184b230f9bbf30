import { distance } from "@/core/geometry/point";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../../editor/editor";
import {
  backToIdle,
  goTo,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { DRAG_THRESHOLD } from "../select/pointing";
import { Dragging } from "./dragging";
import { clickedOut, commitDraft, draftShape } from "../../editor/new-shape";

/** Pressed, and not moved yet. A click makes a shape of the usual size, but for lines, which have no size of their own. */
export class Pointing implements ToolState {
  readonly id;
  readonly cursor = "crosshair";
  readonly #editor: Editor;
  readonly #kind: string;
  readonly #origin: PointerInput;

  constructor(editor: Editor, kind: string, origin: PointerInput) {
    this.id = `${kind}.pointing` as const;
    this.#editor = editor;
    this.#kind = kind;
    this.#origin = origin;
  }

  onPointerMove(input: PointerInput): Transition {
    if (distance(input.screen, this.#origin.screen) < DRAG_THRESHOLD)
      return stay;
    return goTo(
      new Dragging(this.#editor, this.#kind, this.#origin.point, input),
    );
  }

  onPointerUp({ point }: PointerInput): Transition {
    const draft = draftShape(this.#editor, this.#kind);
    if (kindOf(draft).handles) return backToIdle;
    commitDraft(this.#editor, clickedOut(draft, point));
    this.#editor.toolUsed();
    this.#editor.select([draft.id]);
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }
}
