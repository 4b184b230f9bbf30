import type { Editor } from "../../editor/editor";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import type { BoardPoint } from "@/core/geometry/point";

/** The hand moves the paper: the board point that it took hold of stays under it. */
export class Dragging implements ToolState {
  readonly id = "hand.dragging";
  readonly cursor = "grabbing";
  readonly #editor: Editor;
  readonly #held: BoardPoint;

  constructor(editor: Editor, held: BoardPoint) {
    this.#editor = editor;
    this.#held = held;
  }

  onPointerMove({ screen }: PointerInput): Transition {
    const { camera } = this.#editor;
    const held = camera.toScreen(this.#held);
    camera.panBy(screen.x - held.x, screen.y - held.y);
    return stay;
  }

  onPointerUp(): Transition {
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }
}
