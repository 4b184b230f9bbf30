import { asUserId } from "@/core/base/ids";
import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

const zoomOf = ({ editor }: TestEditor) => editor.camera.state.get().zoom;
const isEnabled = ({ editor }: TestEditor, id: string) =>
  editor.commands.find((command) => command.id === id)?.isEnabled(editor);

describe("the commands", () => {
  it("are each bound to keys of their own, but for those that never apply together or of which one goes first", () => {
    const keys = new TestEditor().editor.commands.flatMap(({ keys }) => keys);
    const shared = keys.filter((key, i) => keys.indexOf(key) !== i);
    expect(new Set(shared)).toEqual(new Set(["Enter", "Escape"]));
  });

  it("end following somebody by Escape before they clear the selection", () => {
    const ada = new TestEditor();
    const { editor } = ada;
    ada.drag([
      [0, 0],
      [50, 50],
    ]);
    editor.run("selection.all");
    editor.following.set(asUserId("ben"));
    expect(ada.key("Escape")).toBe(true);
    expect(editor.following.get()).toBeUndefined();
    expect(editor.selection.get().size).toBe(1);
    ada.key("Escape");
    expect(editor.selection.get().size).toBe(0);
  });

  it("offer nothing to the others that this person may not do", () => {
    const ada = new TestEditor();
    const { editor } = ada;
    const enabled = () =>
      [
        "people.say",
        "people.react",
        "people.summon",
        "people.raiseHand",
      ].filter((id) => isEnabled(ada, id));
    expect(enabled()).toEqual([]);
    editor.company = { sayAtCursor: () => {}, summon: () => {} };
    expect(enabled()).toHaveLength(4);

    editor.maySay.set(false);
    editor.maySignal.set(false);
    editor.board.mayChange.set(false);
    expect(enabled()).toEqual(["people.raiseHand"]);
    editor.pointOut = () => true;
    expect(isEnabled(ada, "view.lookHere")).toBe(false);
    editor.maySignal.set(true);
    expect(isEnabled(ada, "view.lookHere")).toBe(true);
  });

  it("have ids of their own", () => {
    const ids = new TestEditor().editor.commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ["v", "select"],
    ["1", "select"],
    ["h", "hand"],
    ["d", "draw"],
    ["7", "draw"],
  ])("take, on %s, the tool %s", (key, tool) => {
    const ada = new TestEditor();
    ada.editor.setTool(tool === "hand" ? "draw" : "hand");
    expect(ada.key(key)).toBe(true);
    expect(ada.editor.tool.get()).toBe(tool);
  });

  it("undo and redo a stroke", () => {
    const ada = new TestEditor();
    expect(isEnabled(ada, "history.undo")).toBe(false);
    ada.drag([
      [0, 0],
      [50, 50],
    ]);
    expect(isEnabled(ada, "history.undo")).toBe(true);
    ada.key("Mod+z");
    expect(ada.board.size).toBe(0);
    expect(isEnabled(ada, "history.redo")).toBe(true);
    ada.key("Mod+Shift+Z");
    expect(ada.board.size).toBe(1);
  });

  it("delete what is selected as one step", () => {
    const ada = new TestEditor();
    ada.editor.select([ada.addSquare(0, 0), ada.addSquare(200, 0)]);
    ada.addSquare(400, 0);
    expect(ada.editor.run("selection.delete")).toBe(true);
    expect(ada.board.size).toBe(1);
    ada.editor.run("history.undo");
    expect(ada.board.size).toBe(3);
  });

  it("answer false where they do not apply", () => {
    const ada = new TestEditor();
    ada.editor.setTool("select");
    expect(ada.editor.run("selection.delete")).toBe(false);
    expect(ada.editor.run("selection.clear")).toBe(false);
    expect(ada.editor.run("history.undo")).toBe(false);
    expect(ada.editor.run("camera.fit")).toBe(false);
    expect(ada.editor.run("camera.reset")).toBe(false);
  });

  it("zoom from one round number to the next, about the middle", () => {
    const ada = new TestEditor();
    ada.editor.camera.set({ x: 0, y: 0, zoom: 0.9 });
    const middle = ada.editor.camera.toBoard(ada.editor.camera.centre);
    ada.key("Mod++");
    expect(zoomOf(ada)).toBeCloseTo(1);
    ada.key("Mod++");
    expect(zoomOf(ada)).toBeCloseTo(1.25);
    ada.key("Mod+-");
    ada.key("Mod+-");
    expect(zoomOf(ada)).toBeCloseTo(0.8);
    const after = ada.editor.camera.toBoard(ada.editor.camera.centre);
    expect(after.x).toBeCloseTo(middle.x);
    ada.key("Mod+0");
    expect(zoomOf(ada)).toBe(1);
  });

  it("offer no zoom beyond the ends", () => {
    const ada = new TestEditor();
    ada.editor.camera.set({ x: 0, y: 0, zoom: 30 });
    expect(isEnabled(ada, "camera.zoomIn")).toBe(false);
    ada.editor.camera.set({ x: 0, y: 0, zoom: 0.05 });
    expect(isEnabled(ada, "camera.zoomOut")).toBe(false);
  });

  it("bring everything into view", () => {
    const ada = new TestEditor();
    ada.addSquare(-5000, 0);
    ada.addSquare(5000, 900);
    ada.key("Shift+1");
    const { minX, maxX } = ada.editor.camera.visibleBox();
    expect(minX).toBeLessThan(-5000);
    expect(maxX).toBeGreaterThan(5100);
  });
});
