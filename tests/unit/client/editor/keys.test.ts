import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

/** An element of which only `closest` is asked. */
function elementWithin(selector: string): EventTarget {
  const element = new EventTarget();
  return Object.assign(element, {
    closest: (selectors: string) =>
      selectors.split(", ").includes(selector) ? element : null,
  });
}

describe("the keyboard", () => {
  it.each(["input", "textarea", '[role="dialog"]', '[role="menu"]'])(
    "types letters in %s without taking a tool",
    (selector) => {
      const ada = new TestEditor();
      ada.focus = elementWithin(selector);
      expect(ada.key("v")).toBe(false);
      expect(ada.key("Delete")).toBe(false);
      expect(ada.key(" ")).toBe(false);
      expect(ada.editor.tool.get()).toBe("draw");
    },
  );

  it.each(["Mod+t", "Mod+n", "Mod+w", "Mod+r", "Mod+f", "F5", "Tab"])(
    "leaves %s to the browser",
    (keys) => {
      expect(new TestEditor().key(keys)).toBe(false);
    },
  );

  it("keeps the browser from zooming the page, even at the end of the range", () => {
    const ada = new TestEditor();
    ada.editor.camera.set({ x: 0, y: 0, zoom: 0.05 });
    expect(ada.key("Mod+-")).toBe(true);
  });

  it("writes into a text whose field is yet to come, and takes no tool", () => {
    const ada = new TestEditor();
    ada.editor.setTool("note");
    ada.click(300, 300);
    for (const key of ["e", "👍", "p", "Backspace", "Enter", " ", "v"])
      expect(ada.key(key)).toBe(true);
    for (const key of ["Delete", "F5", "Mod+a"])
      expect(ada.key(key)).toBe(false);
    expect(ada.board.inOrder()).toMatchObject([
      { kind: "note", text: "e👍\n v" },
    ]);
    ada.key("Escape");
    expect(ada.editor.typing.shape.get()).toBeUndefined();
  });

  it("leaves Space to a button that has the focus", () => {
    const ada = new TestEditor();
    ada.focus = elementWithin("button");
    expect(ada.key(" ")).toBe(false);
    ada.focus = null;
    expect(ada.key(" ")).toBe(true);
  });

  it("runs no command while a gesture is under way", () => {
    const ada = new TestEditor().click(10, 10).pointerDown(100, 100);
    ada.key("Mod+z");
    ada.key("v");
    ada.expectToBeIn("draw.drawing");
    expect(ada.board.size).toBe(1);
  });

  it("gives up a stroke on Escape, and the selection on the next", () => {
    const ada = new TestEditor().pointerDown(100, 100).pointerMove(150, 150);
    ada.editor.select([ada.addSquare(0, 0)]);
    ada.key("Escape");
    ada.pointerUp();
    expect(ada.board.size).toBe(1);
    ada.key("Escape");
    expect(ada.editor.selection.get().size).toBe(0);
  });
});
