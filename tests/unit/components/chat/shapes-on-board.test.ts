import { expect, test } from "vitest";
import { shapesOnBoard } from "@/components/chat/shapes-on-board";
import { panelEditor, rectangleAt } from "../panel-editor";

function open() {
  const { editor, board } = panelEditor();
  const draw = (x: number) => {
    let id = "";
    board.change("draw", (draft) => {
      id = draft.add(rectangleAt(x, "#1e1e1e"));
    });
    return id;
  };
  const ids = (of: readonly string[]) =>
    shapesOnBoard(editor, of).shapes.map(({ id }) => id);
  return { editor, board, draw, ids };
}

test("shapes stand in the order in which they are drawn, each once", () => {
  const { draw, ids } = open();
  const [low, , high] = [draw(0), draw(200), draw(400)];
  expect(ids([high, low, high])).toEqual([low, high]);
});

test("the box holds all of them, and no others", () => {
  const { editor, draw } = open();
  const wanted = [draw(0), draw(200)];
  draw(900);
  const { box } = shapesOnBoard(editor, wanted);
  expect(box!.minX).toBeLessThanOrEqual(0);
  expect(box!.maxX).toBeGreaterThanOrEqual(300);
  expect(box!.maxX).toBeLessThan(900);
});

test("those that were deleted, or never were, are left out", () => {
  const { editor, board, draw, ids } = open();
  const [gone, left] = [draw(0), draw(200)];
  board.change("delete", (draft) => {
    draft.remove(editor.board.inOrder()[0]!.id);
  });
  expect(ids([gone, left, "nothing"])).toEqual([left]);
  expect(shapesOnBoard(editor, [gone])).toEqual({
    shapes: [],
    box: undefined,
  });
});
