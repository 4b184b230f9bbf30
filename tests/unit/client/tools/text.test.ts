import { describe, expect, it } from "vitest";
import { editBetween } from "@/client/editor/text/text-edit";
import type { ShapeId } from "@/core/base/ids";
import { TestEditor } from "../../../support/test-editor";

function writing(): TestEditor {
  const ada = new TestEditor();
  ada.editor.setTool("text");
  return ada;
}

const textOf = ({ board }: TestEditor, id: ShapeId) =>
  (board.get(id) as { readonly text?: string } | undefined)?.text;

/** Makes the text that is being edited read so, as its text box does. */
function write(ada: TestEditor, text: string): void {
  const id = ada.editor.typingIn.get()!;
  const edit = editBetween(textOf(ada, id) ?? "", text);
  if (edit) ada.editor.typing.edit(edit);
}

describe("the text tool", () => {
  it("begins a text where it is clicked and goes back to select", () => {
    const ada = writing().click(300, 200);
    const { typingIn } = ada.editor;
    expect(ada.single).toMatchObject({ kind: "text", at: { x: 300 } });
    expect(typingIn.get()).toBe(ada.single.id);
    expect(ada.selected).toEqual([ada.single.id]);
    ada.expectToBeIn("select.idle");
    expect(ada.lane.typings).toMatchObject([{ shape: ada.single.id }]);
  });

  it("leaves nothing of a text without a letter, not even a step", () => {
    const ada = writing();
    ada.addSquare(0, 0);
    ada.editor.setTool("text");
    ada.click(300, 200);
    write(ada, "x");
    write(ada, "  ");
    ada.click(600, 600);
    expect(ada.single.kind).toBe("rectangle");
    expect(ada.board.history.depth).toBe(1);
    expect(ada.board.history.canRedo.get()).toBe(false);
    ada.expectNothingUnderWay();
  });

  it("deletes an older text whose last letter is taken away, as that step", () => {
    const ada = writing().click(300, 200);
    write(ada, "word");
    ada.editor.typing.stop();
    const { id } = ada.single;
    ada.editor.typing.start(id);
    write(ada, "");
    ada.editor.typing.stop();
    expect(ada.board.size).toBe(0);
    ada.expectNothingUnderWay();
    ada.key("Mod+z");
    expect(textOf(ada, id)).toBe("word");
  });

  it("keeps what somebody else has written into an empty one", () => {
    const ada = writing().click(300, 200);
    const { id } = ada.single;
    ada.byOther((draft) =>
      draft.editText(id, { from: 0, to: 0, insert: "hi" }),
    );
    ada.editor.typing.stop();
    expect(textOf(ada, id)).toBe("hi");
  });

  it("edits a text that is there already, and writes into a shape", () => {
    const ada = writing();
    const square = ada.addSquare(100, 100);
    ada.click(150, 150);
    expect(ada.editor.typingIn.get()).toBe(square);
    expect(ada.board.size).toBe(1);
  });

  it("writes into a locked shape as little as into a read-only board", () => {
    const ada = writing();
    const id = ada.addSquare(100, 100);
    ada.board.change("lock", (draft) => draft.set(id, { locked: true }));
    expect(ada.editor.typing.start(id)).toBe(false);
    ada.board.doc.getMap("meta").set("schema", 999);
    ada.click(600, 600);
    expect(ada.board.size).toBe(1);
  });
});

describe("a double click with the selection tool", () => {
  it("edits the text of the shape under it", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(100, 100);
    ada.select().doubleClick(150, 150);
    expect(ada.editor.typingIn.get()).toBe(id);
  });

  it("begins a text on the paper", () => {
    const ada = new TestEditor();
    ada.select().doubleClick(150, 150);
    expect(ada.single.kind).toBe("text");
    expect(ada.editor.typingIn.get()).toBe(ada.single.id);
  });

  it("writes into a shape that one can see through, and not beside it", () => {
    const ada = new TestEditor();
    const id = ada.add({
      kind: "ellipse",
      at: { x: 100, y: 100 },
      size: { width: 400, height: 400 },
    });
    ada.select().doubleClick(300, 250);
    expect(ada.editor.typingIn.get()).toBe(id);
    ada.editor.typing.stop();
    ada.clock.advance(1_000);
    ada.doubleClick(112, 112);
    expect(ada.editor.typingIn.get()).not.toBe(id);
    expect(ada.board.size).toBe(2);
  });
});

describe("typing", () => {
  it("makes one step of a burst, and another after a pause", () => {
    const ada = writing().click(300, 200);
    const { id } = ada.single;
    for (const text of ["o", "on", "one"]) write(ada, text);
    ada.clock.advance(1_500);
    for (const text of ["one ", "one two"]) write(ada, text);
    ada.editor.typing.stop();
    ada.key("Mod+z");
    expect(textOf(ada, id)).toBe("one");
    ada.key("Mod+z");
    expect(textOf(ada, id)).toBe("");
    ada.key("Mod+Shift+z");
    ada.key("Mod+Shift+z");
    expect(textOf(ada, id)).toBe("one two");
  });

  it("shows the others where, until it ends", () => {
    const ada = writing().click(300, 200);
    write(ada, "one");
    ada.editor.typing.moveCaret({ anchor: 0, head: 3 });
    const [typing] = ada.lane.typings;
    const { id } = ada.single;
    const [caret] = typing!.carets;
    expect(ada.board.textIndex(id, caret!.head)).toBe(3);
    ada.byOther((draft) =>
      draft.editText(id, { from: 0, to: 0, insert: "zero " }),
    );
    expect(ada.board.textIndex(id, caret!.head)).toBe(8);
    ada.editor.setTool("hand");
    expect(typing!.state).toBe("ended");
    expect(ada.editor.typingIn.get()).toBeUndefined();
  });

  it("keeps every letter of two who type in one text", () => {
    const ada = writing().click(300, 200);
    const { id } = ada.single;
    write(ada, "ab");
    ada.byOther((draft) => draft.editText(id, { from: 1, to: 1, insert: "-" }));
    write(ada, "a-bc");
    expect(textOf(ada, id)).toBe("a-bc");
    ada.editor.typing.stop();
    ada.key("Mod+z");
    expect(textOf(ada, id)).toBe("-");
  });

  it("begins on Enter with the selected shape", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(0, 0);
    ada.select(id).key("Enter");
    expect(ada.editor.typingIn.get()).toBe(id);
  });
});

describe("the note tool", () => {
  it("puts a note about the pointer, which follows until it is lifted, and begins to write", () => {
    const ada = new TestEditor();
    ada.editor.setTool("note");
    ada.pointerDown(300, 300);
    expect(ada.editor.preview.get()?.shapes).toMatchObject([
      { kind: "note", at: { x: 200, y: 200 } },
    ]);
    ada.pointerMove(400, 300).pointerUp();
    expect(ada.single).toMatchObject({ kind: "note", at: { x: 300, y: 200 } });
    expect(ada.editor.typingIn.get()).toBe(ada.single.id);
    expect(ada.lane.drafts).toMatchObject([{ state: "ended" }]);
    ada.expectToBeIn("select.idle");
  });

  it("leaves an empty note, which is a thing to see", () => {
    const ada = new TestEditor();
    ada.editor.setTool("note");
    ada.click(300, 300);
    ada.editor.typing.stop();
    expect(ada.single.kind).toBe("note");
  });

  it("leaves nothing on Escape", () => {
    const ada = new TestEditor();
    ada.editor.setTool("note");
    ada.pointerDown(300, 300);
    ada.key("Escape");
    ada.pointerUp().expectNothingUnderWay();
    expect(ada.board.size).toBe(0);
  });
});
