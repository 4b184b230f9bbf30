import { expect, test } from "vitest";
import { boardFileOf } from "@/client/transfer/board-file";
import { pasteContent } from "@/client/transfer/clipboard-content";
import { asBoardId } from "@/core/base/ids";
import { TestEditor } from "../../../support/test-editor";

const NOTE = {
  kind: "note",
  at: { x: 0, y: 0 },
  size: { width: 200, height: 200 },
  fill: "#ffec99",
  text: "kept",
} as const;

test("a board's file holds all of it, in frames and out of them, and can be pasted as a text", () => {
  const ada = new TestEditor();
  const frame = ada.add({
    kind: "frame",
    at: { x: 0, y: 0 },
    size: { width: 500, height: 500 },
    text: "Plan",
  });
  ada.add({ ...NOTE, parent: frame });
  ada.add({ ...NOTE, at: { x: 900, y: 0 }, text: "apart" });

  const { name, text } = boardFileOf(ada.board, asBoardId("plans"));

  expect(name).toBe("plans.boardwalk.json");
  const ben = new TestEditor();
  expect(pasteContent(ben.editor, { html: "", text })).toBe(true);
  const [pastedFrame, inside, outside] = ben.board.inOrder();
  expect(pastedFrame).toMatchObject({ kind: "frame", text: "Plan" });
  expect(inside).toMatchObject({ text: "kept", parent: pastedFrame!.id });
  expect(outside).toMatchObject({ text: "apart" });
});
