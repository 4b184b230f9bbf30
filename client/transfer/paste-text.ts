import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { kindOf } from "@/core/shapes/shape-kinds";
import { asNewShape } from "@/core/board/draft";
import { centreOf, widthOf } from "@/core/geometry/box";
import { formBox } from "@/core/shapes/placed-shape";
import { MAX_TEXT_LENGTH } from "@/core/shapes/record-reader";
import type { Shape } from "@/core/shapes/shape";
import type { Editor } from "../editor/editor";
import { draftShape } from "../editor/new-shape";

/** A line of pasted text is broken at about this width; board units. */
const WRAP = 480;

/** Puts a text on the board as a text shape with its middle at `centre`, as one step, and selects it. */
export function pasteText(
  editor: Editor,
  pasted: string,
  centre: BoardPoint,
): boolean {
  const text = pasted
    .replaceAll(/\r\n?/g, "\n")
    .trimEnd()
    .slice(0, MAX_TEXT_LENGTH);
  if (editor.board.readOnly || text === "") return false;
  const draft = { ...draftShape(editor, "text"), text } as Shape;
  const isWide = widthOf(kindOf(draft).box(draft)) > WRAP;
  const shape = (isWide ? { ...draft, wrap: WRAP } : draft) as Shape;
  const middle = centreOf(formBox(shape));
  const at = boardPoint(
    Math.round(centre.x - middle.x),
    Math.round(centre.y - middle.y),
  );
  editor.board.change("paste", (change) => {
    change.add({
      ...asNewShape(shape),
      at,
      parent: editor.shapes.frameAt(centre)?.id,
    });
  });
  editor.setTool("select");
  editor.select([draft.id]);
  return true;
}
