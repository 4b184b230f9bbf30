import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

/** Two squares in a group, at 100, 100 and 300, 100, and another one at 500, 100. */
function withGroup() {
  const ada = new TestEditor();
  const one = ada.addSquare(100, 100);
  const two = ada.addSquare(300, 100);
  const alone = ada.addSquare(500, 100);
  ada.select(one, two).key("Mod+g");
  const [group] = ada.selected;
  return { ada, one, two, alone, group: group! };
}

describe("a group", () => {
  it("is made of what is selected, and selected itself", () => {
    const { ada, one, two, group } = withGroup();
    expect(ada.selected).toEqual([group]);
    expect(ada.board.childrenOf(group).map(({ id }) => id)).toEqual([one, two]);
  });

  it("is selected and moved as a whole by pressing one of its members", () => {
    const { ada, one, two, group, alone } = withGroup();
    ada.click(550, 150);
    expect(ada.selected).toEqual([alone]);
    ada.drag(
      [
        [150, 150],
        [150, 350],
      ],
      { mod: true },
    );
    expect(ada.selected).toEqual([group]);
    expect(ada.board.get(one)?.at).toEqual({ x: 100, y: 300 });
    expect(ada.board.get(two)?.at).toEqual({ x: 300, y: 300 });
  });

  it("is entered by a double click, and left by Escape for the group itself", () => {
    const { ada, one, two, group } = withGroup();
    ada.doubleClick(150, 150);
    expect(ada.editor.enteredGroup.get()).toBe(group);
    expect(ada.selected).toEqual([one]);
    ada.clock.advance(1_000);
    ada.click(350, 150);
    expect(ada.selected).toEqual([two]);
    ada.key("Escape");
    expect(ada.editor.enteredGroup.get()).toBeUndefined();
    expect(ada.selected).toEqual([group]);
    ada.key("Escape");
    expect(ada.selected).toEqual([]);
  });

  it("is entered by Enter, and left by a click on the paper, also when nothing is selected any more", () => {
    const { ada, one, group } = withGroup();
    ada.key("Enter");
    expect(ada.editor.enteredGroup.get()).toBe(group);
    expect(ada.selected).toEqual([one]);
    ada.byOther((draft) => draft.remove(one));
    expect(ada.selected).toEqual([]);
    ada.click(800, 600);
    expect(ada.editor.enteredGroup.get()).toBeUndefined();
  });

  it("is taken apart again, and leaves its members selected", () => {
    const { ada, one, two, group } = withGroup();
    ada.key("Mod+Shift+g");
    expect(ada.board.get(group)).toBeUndefined();
    expect(ada.selected).toEqual([one, two]);
    ada.key("Mod+z");
    expect(ada.board.parentOf(one)?.id).toBe(group);
  });

  it("leaves its members where they are drawn when it is taken apart, wherever it was brought", () => {
    const { ada, one, two, alone } = withGroup();
    const order = () => ada.board.inOrder().map(({ id }) => id);
    ada.key("]");
    expect(order()).toEqual([alone, one, two]);
    ada.key("Mod+Shift+g");
    expect(order()).toEqual([alone, one, two]);
    ada.select(one, two).key("Mod+g");
    ada.key("[");
    ada.key("Mod+Shift+g");
    expect(order()).toEqual([one, two, alone]);
  });

  it("can hold groups, which come out whole", () => {
    const { ada, group, alone } = withGroup();
    ada.select(group, alone).key("Mod+g");
    const [outer] = ada.selected;
    ada.click(150, 150);
    expect(ada.selected).toEqual([outer]);
    ada.key("Mod+Shift+g");
    expect(ada.selected).toEqual([group, alone]);
    expect(ada.board.childrenOf(group)).toHaveLength(2);
  });

  it("is not selected with all once others have emptied it", () => {
    const { ada, one, two, alone } = withGroup();
    ada.byOther((draft) => [one, two].forEach((id) => draft.remove(id)));
    ada.key("Mod+a");
    expect(ada.selected).toEqual([alone]);
  });

  it("is deleted with its members as one step", () => {
    const { ada } = withGroup();
    ada.key("Delete");
    expect(ada.board.size).toBe(1);
    ada.key("Mod+z");
    expect(ada.board.size).toBe(3);
  });
});

describe("a lock", () => {
  it("lets presses through, to what lies below and to the paper", () => {
    const ada = new TestEditor();
    const below = ada.addSquare(0, 0);
    const locked = ada.addSquare(50, 50);
    ada.select(locked).key("Mod+Shift+l");
    ada.click(75, 75);
    expect(ada.selected).toEqual([below]);
    ada.click(130, 130);
    expect(ada.selected).toEqual([]);
    ada.drag([
      [130, 130],
      [300, 300],
    ]);
    expect(ada.board.get(locked)?.at).toEqual({ x: 50, y: 50 });
  });

  it("keeps the selected shape from everything but being unlocked", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(0, 0);
    ada.select(id).key("Mod+Shift+l");
    const locked = ada.board.get(id);
    for (const key of ["Delete", "ArrowLeft", "Alt+.", "Shift+H", "]", "Enter"])
      ada.key(key);
    expect(ada.board.get(id)).toEqual(locked);
    expect(ada.editor.typingIn.get()).toBeUndefined();
    ada.key("Mod+Shift+l");
    ada.key("ArrowLeft");
    expect(ada.board.get(id)).toMatchObject({ locked: false, at: { x: -1 } });
  });

  it("of a group holds its members, also when it is taken apart", () => {
    const { ada, one, group } = withGroup();
    ada.key("Mod+Shift+l");
    expect(ada.board.get(one)?.locked).toBe(true);
    ada.click(150, 150);
    expect(ada.selected).not.toContain(group);
  });

  it("is taken off all shapes at once", () => {
    const ada = new TestEditor();
    const ids = [ada.addSquare(0, 0), ada.addSquare(200, 0)];
    ada.select(...ids).key("Mod+Shift+l");
    ada.editor.run("lock.unlockAll");
    expect(ids.map((id) => ada.board.get(id)?.locked)).toEqual([false, false]);
    expect(ada.editor.run("lock.unlockAll")).toBe(false);
  });
});
