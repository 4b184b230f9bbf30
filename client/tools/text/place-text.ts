import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { LINE_HEIGHT } from "@/core/shapes/text/fonts";
import type { Editor } from "../../editor/editor";
import { commitDraft, draftShape } from "../../editor/new-shape";

/** Makes a text whose first line has `point` at its left and its middle, and begins to edit it. Left empty, it is gone again. */
export function placeText(editor: Editor, point: BoardPoint): void {
  const before = editor.board.history.depth;
  const draft = draftShape(editor, "text");
  const { fontSize } = editor.styles.valuesFor("text");
  const at = boardPoint(point.x, point.y - (fontSize * LINE_HEIGHT) / 2);
  commitDraft(editor, { ...draft, at });
  editor.typing.start(draft.id, before);
}
