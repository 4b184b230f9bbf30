import { expect, test } from "vitest";
import { StylePreview } from "@/components/style/style-preview";
import { panelEditor, rectangleAt } from "../panel-editor";

function withSelection() {
  const { editor, board } = panelEditor();
  board.change("test", (draft) => {
    draft.add(rectangleAt(0, "#e03131"));
    draft.add(rectangleAt(200, "#2f9e44"));
  });
  editor.select(board.inOrder().map(({ id }) => id));
  const opacities = () =>
    board
      .inOrder()
      .map((shape) => ("opacity" in shape ? shape.opacity : undefined));
  return { editor, board, opacities, preview: new StylePreview(editor) };
}

test("a style on the way is shown and not yet an edit", () => {
  const { editor, opacities, preview } = withSelection();
  preview.show("opacity", 0.4);
  expect(editor.preview.get()?.shapes).toMatchObject([
    { opacity: 0.4 },
    { opacity: 0.4 },
  ]);
  expect(opacities()).toEqual([1, 1]);
});

test("the shapes that are lifted stay the same while the slider moves", () => {
  const { editor, preview } = withSelection();
  preview.show("opacity", 0.4);
  const lifted = editor.preview.get()?.lifted;
  preview.show("opacity", 0.5);
  expect(editor.preview.get()?.lifted).toBe(lifted);
});

test("many steps of a slider make one step for undo", () => {
  const { editor, board, opacities, preview } = withSelection();
  for (const value of [0.8, 0.6, 0.4]) preview.show("opacity", value);
  preview.commit({ opacity: 0.4 });
  expect(editor.preview.get()).toBeUndefined();
  expect(opacities()).toEqual([0.4, 0.4]);
  board.history.undo();
  expect(opacities()).toEqual([1, 1]);
});

test("a style that is given up leaves nothing behind", () => {
  const { editor, opacities, preview } = withSelection();
  preview.show("opacity", 0.4);
  preview.end();
  expect(editor.preview.get()).toBeUndefined();
  expect(opacities()).toEqual([1, 1]);
});

test("the end of a preview that showed nothing leaves another gesture's alone", () => {
  const { editor, preview } = withSelection();
  const other = {
    lifted: new Set<never>(),
    faded: new Set<never>(),
    shapes: [],
  };
  editor.preview.set(other);
  preview.end();
  expect(editor.preview.get()).toBe(other);
});
