import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

/** A frame from 100, 100 to 500, 400, drawn round a square at 150, 150; another square sticks out of it. */
function withFrame() {
  const ada = new TestEditor();
  const inside = ada.addSquare(150, 150);
  const across = ada.addSquare(450, 150);
  ada.editor.setTool("frame");
  ada.drag(
    [
      [100, 100],
      [500, 400],
    ],
    { mod: true },
  );
  const [frame] = ada.selected;
  ada.select();
  return { ada, inside, across, frame: frame! };
}

describe("a frame", () => {
  it("takes in what lies wholly in it when it is drawn, in one step", () => {
    const { ada, inside, across, frame } = withFrame();
    expect(ada.board.parentOf(inside)?.id).toBe(frame);
    expect(ada.board.parentOf(across)).toBeUndefined();
    ada.key("Mod+z");
    expect(ada.board.parentOf(inside)).toBeUndefined();
    expect(ada.board.size).toBe(2);
  });

  it("takes a group in whole, or not at all", () => {
    const ada = new TestEditor();
    const ids = [ada.addSquare(150, 150), ada.addSquare(300, 150)];
    ada.select(...ids).key("Mod+g");
    const [group] = ada.selected;
    ada.editor.setTool("frame");
    ada.drag([
      [100, 100],
      [350, 400],
    ]);
    expect(ada.board.parentOf(group!)).toBeUndefined();
    ada.editor.setTool("frame");
    ada.drag([
      [100, 80],
      [500, 400],
    ]);
    expect(ada.board.parentOf(group!)?.id).toBe(ada.selected[0]);
  });

  it("moves and deletes what it holds with it", () => {
    const { ada, inside, across } = withFrame();
    ada.drag(
      [
        [300, 100],
        [300, 200],
      ],
      { mod: true },
    );
    expect(ada.board.get(inside)?.at).toEqual({ x: 150, y: 250 });
    ada.key("Delete");
    expect(ada.single.id).toBe(across);
    ada.key("Mod+z");
    expect(ada.board.size).toBe(3);
  });

  it("takes in what is dropped on it, and lets go of what is dragged out", () => {
    const { ada, inside, across, frame } = withFrame();
    const drag = (from: number, to: number) =>
      ada.drag(
        [
          [from, 200],
          [to, 200],
        ],
        { mod: true },
      );
    drag(520, 420);
    expect(ada.board.parentOf(across)?.id).toBe(frame);
    drag(160, 660);
    expect(ada.board.parentOf(inside)).toBeUndefined();
    ada.key("Mod+z");
    expect(ada.board.parentOf(inside)?.id).toBe(frame);
    expect(ada.board.get(inside)?.at).toEqual({ x: 150, y: 150 });
  });

  it("holds what is drawn, written or put in it", () => {
    const { ada, frame } = withFrame();
    ada.editor.setTool("draw");
    ada.drag([
      [300, 300],
      [320, 320],
    ]);
    ada.editor.setTool("ellipse");
    ada.click(300, 300);
    ada.editor.setTool("note");
    ada.click(300, 300);
    const held = ada.board.childrenOf(frame).map(({ kind }) => kind);
    expect(held).toEqual(["rectangle", "ink", "ellipse", "note"]);
  });

  it("lies in no other frame", () => {
    const { ada, frame } = withFrame();
    ada.editor.setTool("frame");
    ada.drag([
      [200, 300],
      [300, 380],
    ]);
    expect(ada.board.parentOf(ada.selected[0]!)).toBeUndefined();
    expect(ada.board.childrenOf(frame)).toHaveLength(1);
  });

  it("keeps its copies of members that stay in it, and not those that are dragged out", () => {
    const { ada, inside, frame } = withFrame();
    ada.select(inside).key("Mod+d");
    expect(ada.board.parentOf(ada.selected[0]!)?.id).toBe(frame);
    ada.select(inside).drag(
      [
        [160, 160],
        [160, 560],
      ],
      { alt: true, mod: true },
    );
    const [copy] = ada.selected;
    expect(ada.board.get(copy!)?.at).toEqual({ x: 150, y: 550 });
    expect(ada.board.parentOf(copy!)).toBeUndefined();
  });

  it("lets go of what is aligned with something outside", () => {
    const { ada, inside } = withFrame();
    const outside = ada.addSquare(800, 600);
    ada.select(inside, outside).key("Alt+d");
    expect(ada.board.get(inside)?.at).toEqual({ x: 800, y: 150 });
    expect(ada.board.parentOf(inside)).toBeUndefined();
  });

  it("is resized without what it holds", () => {
    const { ada, inside, frame } = withFrame();
    ada.select(frame).drag(
      [
        [500, 400],
        [600, 500],
      ],
      { mod: true },
    );
    expect(ada.board.get(frame)).toMatchObject({ size: { width: 500 } });
    expect(ada.board.get(inside)?.at).toEqual({ x: 150, y: 150 });
  });
});
