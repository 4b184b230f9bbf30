import type { ShapeId } from "@/core/base/ids";
import { remembered } from "@/core/base/remembered";
import { NO_MOVE, isNothing, type Transform } from "@/core/geometry/transform";
import type { TransformGesture } from "@/core/protocol/gesture-lane";
import type { Shape } from "@/core/shapes/shape";
import { preview } from "@/core/shapes/transform-shape";
import type { Editor } from "../../editor/editor";
import { lifting, moving } from "../../editor/preview";
import { commitTransform } from "../../editor/transform-selection";

/** Shapes that a gesture moves, turns or stretches: shown here and to the others while it goes on, and committed once at its end. */
export class Transforming {
  readonly ids: ReadonlySet<ShapeId>;
  readonly #editor: Editor;
  readonly #gesture: TransformGesture;
  /** Those that can be changed, as they stand on the board, in order. */
  readonly #free: () => readonly Shape[];
  #transform: Transform = NO_MOVE;

  constructor(editor: Editor, ids: Iterable<ShapeId>) {
    this.#editor = editor;
    this.ids = new Set(ids);
    const { shapes } = editor;
    this.#free = remembered(
      () => [shapes.revision],
      () => shapes.inOrder(this.ids).filter(({ locked }) => !locked),
    );
    this.#gesture = editor.lane.beginTransform([...this.ids], false);
  }

  show(transform: Transform): void {
    this.#transform = transform;
    this.#gesture.transform(transform);
    this.showAgain();
  }

  /** Shows the same transform on the shapes as they are now: others may have changed, locked or removed some. */
  showAgain(): void {
    const transform = this.#transform;
    const present = this.#free().map((shape) => preview(shape, transform));
    this.#editor.preview.set(
      transform.kind === "move"
        ? moving(this.ids, present, transform.by)
        : lifting(this.ids, present),
    );
  }

  /** Makes it an edit. A gesture that came back to where it began is none. */
  commit(reason: string): void {
    if (!isNothing(this.#transform))
      commitTransform(this.#editor, reason, this.ids, this.#transform);
    this.#gesture.end();
    this.#editor.preview.set(undefined);
  }

  /** Leaves nothing behind. Does nothing after a commit. */
  dispose(): void {
    this.#gesture.cancel();
    this.#editor.preview.set(undefined);
    this.#editor.guides.set([]);
  }
}
