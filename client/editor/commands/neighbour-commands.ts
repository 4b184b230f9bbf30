import { heightOf, widthOf } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import { unturnedBox } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import { command } from "../command";
import type { Editor } from "../editor";
import { commitDraft } from "../new-shape";

/** Between a shape and its new neighbour; board units. */
const GAP = 40;

const neighbour = <const Id extends string>(
  id: Id,
  keys: string,
  x: -1 | 0 | 1,
  y: -1 | 0 | 1,
) =>
  command({
    id,
    group: "edit",
    keys: [keys],
    isEnabled: (editor) => original(editor) !== undefined,
    apply: (editor) => makeBeside(editor, original(editor)!, x, y),
  });

/** A shape like the selected one beside it, ready to be written into: notes and boxes in a row without the pointer. */
export const neighbourCommands = [
  neighbour("neighbour.right", "Mod+ArrowRight", 1, 0),
  neighbour("neighbour.left", "Mod+ArrowLeft", -1, 0),
  neighbour("neighbour.below", "Mod+ArrowDown", 0, 1),
  neighbour("neighbour.above", "Mod+ArrowUp", 0, -1),
] as const;

/** The one selected shape, if it is a box that one can write into. */
function original(editor: Editor): Shape | undefined {
  const [shape, ...others] = editor.selectedShapes();
  if (!shape || others.length > 0 || editor.board.readOnly) return undefined;
  const { hasText, dragOut } = kindOf(shape);
  return hasText && dragOut ? shape : undefined;
}

function makeBeside(editor: Editor, shape: Shape, x: number, y: number): void {
  const box = unturnedBox(shape);
  const at = boardPoint(
    shape.at.x + x * (widthOf(box) + GAP),
    shape.at.y + y * (heightOf(box) + GAP),
  );
  const id = editor.newShapeId();
  commitDraft(editor, { ...shape, id, at, text: "", locked: false } as Shape);
  editor.select([id]);
  editor.camera.bringIntoView(unturnedBox(editor.board.get(id)!));
  if (kindOf(shape).holds === undefined) editor.typing.start(id);
}
