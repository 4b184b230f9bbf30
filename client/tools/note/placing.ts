import type { BoardPoint } from "@/core/geometry/point";
import type { DraftGesture } from "@/core/protocol/gesture-lane";
import type { Editor } from "../../editor/editor";
import { clickedOut, commitDraft, draftShape } from "../../editor/new-shape";
import { drafting } from "../../editor/preview";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";

/** The note is under the pointer. */
export class Placing implements ToolState {
  readonly id = "note.placing";
  readonly cursor = "grabbing";
  readonly #editor: Editor;
  readonly #draft;
  #at: BoardPoint;
  #gesture: DraftGesture | undefined;

  constructor(editor: Editor, at: BoardPoint) {
    this.#editor = editor;
    this.#draft = draftShape(editor, "note");
    this.#at = at;
  }

  enter(): void {
    this.#gesture = this.#editor.lane.beginDraft(this.#draft);
    this.#show();
  }

  onPointerMove({ point }: PointerInput): Transition {
    this.#at = point;
    this.#show();
    return stay;
  }

  onPointerUp({ point }: PointerInput): Transition {
    const editor = this.#editor;
    commitDraft(editor, clickedOut(this.#draft, point));
    this.#gesture?.end();
    editor.preview.set(undefined);
    editor.toolUsed();
    editor.typing.start(this.#draft.id);
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#gesture?.cancel();
    this.#editor.preview.set(undefined);
  }

  #show(): void {
    const shown = clickedOut(this.#draft, this.#at);
    this.#editor.preview.set(drafting(shown));
    if ("size" in shown) {
      const { at, size } = shown;
      const to = { x: at.x + size.width, y: at.y + size.height };
      this.#gesture?.dragTo(at, to);
    }
  }
}
