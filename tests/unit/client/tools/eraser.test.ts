import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

/** Two squares side by side, with the eraser in the hand. */
function withTwo() {
  const ada = new TestEditor();
  const left = ada.addSquare(100, 100);
  const right = ada.addSquare(300, 100);
  ada.editor.setTool("eraser");
  return { ada, left, right };
}

const fadedOf = ({ editor }: TestEditor) => [
  ...(editor.preview.get()?.faded ?? []),
];

describe("the eraser", () => {
  it("fades what it touches and deletes it when it is lifted, as one step", () => {
    const { ada, left, right } = withTwo();
    ada.pointerDown(150, 50).pointerMove(150, 150).pointerMove(350, 150);
    expect(fadedOf(ada)).toEqual([left, right]);
    expect(ada.lane.erases).toMatchObject([{ marked: [left, right] }]);
    expect(ada.board.size).toBe(2);
    ada.pointerUp().expectNothingUnderWay();
    expect(ada.board.size).toBe(0);
    ada.key("Mod+z");
    expect(ada.board.size).toBe(2);
    ada.expectToBeIn("eraser.idle");
  });

  it("slips over nothing, however fast it is", () => {
    const ada = new TestEditor().drag([
      [200, 0],
      [200, 300],
    ]);
    ada.editor.setTool("eraser");
    ada.drag([
      [0, 150],
      [900, 150],
    ]);
    expect(ada.board.size).toBe(0);
  });

  it("touches all that lies under it, and leaves what is locked", () => {
    const { ada, left } = withTwo();
    const locked = ada.addSquare(100, 100);
    ada.board.change("lock", (draft) => draft.set(locked, { locked: true }));
    ada.click(150, 150);
    expect(ada.board.get(left)).toBeUndefined();
    expect(ada.board.get(locked)).toBeDefined();
  });

  it("takes a group whole, and leaves no empty one behind", () => {
    const { ada, left, right } = withTwo();
    ada.select(left, right).key("Mod+g");
    const [group] = ada.selected;
    ada.editor.setTool("eraser");
    ada.click(150, 150);
    expect(ada.board.size).toBe(0);
    expect(ada.board.get(group!)).toBeUndefined();
    ada.key("Mod+z");
    expect(ada.board.parentOf(left)?.id).toBe(group);
  });

  it("leaves a group of which something is locked, and does not fade that", () => {
    const { ada, left, right } = withTwo();
    ada.select(left, right).key("Mod+g");
    const [group] = ada.selected;
    ada.board.change("lock", (draft) => draft.set(right, { locked: true }));
    ada.editor.setTool("eraser");
    ada.pointerDown(150, 150);
    expect(fadedOf(ada)).toEqual([left]);
    ada.pointerUp();
    expect(ada.board.parentOf(right)?.id).toBe(group);
  });

  it("gives back with Alt what it has touched", () => {
    const { ada, left, right } = withTwo();
    ada.pointerDown(150, 150).pointerMove(350, 150);
    ada.pointerMove(150, 150, { alt: true });
    expect(fadedOf(ada)).toEqual([]);
    ada.pointerMove(150, 150, { alt: false });
    ada.pointerUp();
    expect(ada.board.get(left)).toBeUndefined();
    expect(ada.board.get(right)).toBeDefined();
    expect(ada.lane.erases.at(-1)?.marked).toEqual([left]);
    ada.expectNothingUnderWay();
  });

  it("leaves everything on Escape", () => {
    const { ada } = withTwo();
    ada.pointerDown(150, 150);
    ada.key("Escape");
    ada.pointerUp().expectNothingUnderWay();
    expect(ada.board.size).toBe(2);
    expect(ada.lane.erases).toMatchObject([{ state: "cancelled" }]);
  });
});
