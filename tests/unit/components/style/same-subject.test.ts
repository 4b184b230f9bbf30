import { expect, test } from "vitest";
import { styleSubjectOf } from "@/client/editor/styles/style-subject";
import { isSameSubject } from "@/components/style/same-subject";
import { panelEditor, rectangleAt } from "../panel-editor";

test("a subject is the same while its names and values are", () => {
  const { editor, board } = panelEditor();
  editor.setTool("rectangle");
  const tool = styleSubjectOf(editor);
  expect(isSameSubject(tool, styleSubjectOf(editor))).toBe(true);
  expect(isSameSubject(tool, undefined)).toBe(false);
  expect(isSameSubject(undefined, undefined)).toBe(true);

  board.change("test", (draft) => draft.add(rectangleAt(0, "#e03131")));
  const [shape] = board.inOrder();
  editor.select([shape!.id]);
  const red = styleSubjectOf(editor);
  expect(isSameSubject(tool, red)).toBe(false);
  board.change("move", (draft) => draft.set(shape!.id, { at: { x: 9, y: 9 } }));
  expect(isSameSubject(red, styleSubjectOf(editor))).toBe(true);
  board.change("paint", (draft) => draft.set(shape!.id, { stroke: "#2f9e44" }));
  expect(isSameSubject(red, styleSubjectOf(editor))).toBe(false);
});
