import type { Editor } from "@/client/editor/editor";
import { asShapeId } from "@/core/base/ids";
import type { Box } from "@/core/geometry/box";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";

interface ShapesOnBoard {
  readonly shapes: readonly Shape[];
  /** Where they are; undefined when none is on the board any more. */
  readonly box: Box | undefined;
}

/** Those of the shapes that are on the board, in the order in which they are drawn. */
export function shapesOnBoard(
  editor: Editor,
  ids: readonly string[],
): ShapesOnBoard {
  const wanted = new Set(ids.map(asShapeId));
  const shapes = editor.board.inOrder().filter(({ id }) => wanted.has(id));
  return { shapes, box: formBoxOfAll(shapes) };
}
