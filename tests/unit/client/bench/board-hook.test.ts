import { describe, expect, it } from "vitest";
import { createBoardHook, type RemoteMove } from "@/client/bench/board-hook";
import type { NeutralShape } from "@/client/bench/neutral-scene";
import { FakePresence } from "../renderer/fakes";
import { shapeOf } from "../../../support/shape-fixtures";
import { TestEditor } from "../../../support/test-editor";

const INK = { stroke: "#1e1e1e", width: 2 };
const CLOSED = { w: 60, h: 40, fill: "#a5d8ff", stroke: "#1971c2" };

const SHAPES: readonly NeutralShape[] = [
  { id: "r", type: "rect", x: 0, y: 0, ...CLOSED, label: "yes" },
  { id: "e", type: "ellipse", x: 100, y: 0, ...CLOSED },
  { id: "d", type: "diamond", x: 200, y: 0, ...CLOSED },
  { id: "n", type: "note", x: 300, y: 0, ...CLOSED, text: "buy ink" },
  {
    id: "t",
    type: "text",
    x: 400,
    y: 0,
    w: 80,
    h: 20,
    size: 16,
    stroke: "#1e1e1e",
    text: "hello",
  },
  { id: "p", type: "draw", x: 500, y: 0, points: [0, 0, 10, 5, 20, 0], ...INK },
  { id: "a", type: "arrow", x: 600, y: 0, dx: 50, dy: 30, ...INK },
];

function hooked() {
  const ada = new TestEditor();
  const remote: RemoteMove[] = [];
  const presence = new FakePresence();
  const hook = createBoardHook({
    editor: ada.editor,
    presence,
    frames: { dueIn: Infinity },
    clock: ada.clock,
    ready: Promise.resolve(),
    fingerprint: () => "",
    applyRemote: (moves) => void remote.push(...moves),
    prepareDocument: (shapes) => async () =>
      ada.board.change("fill", (draft) => {
        for (const shape of shapes) draft.add(shape);
      }),
  });
  return { ada, hook, presence, remote };
}

describe("the hook for benchmarks", () => {
  it("turns every shape of a scene into one of the board", async () => {
    const { ada, hook } = hooked();
    await hook.loadScene({ shapes: SHAPES });
    expect(hook.shapeCount()).toBe(SHAPES.length);
    expect(ada.board.inOrder()).toMatchObject([
      { kind: "rectangle", size: { width: 60, height: 40 }, text: "yes" },
      { kind: "ellipse", fill: "#a5d8ff", text: "" },
      { kind: "diamond", stroke: "#1971c2" },
      { kind: "note", text: "buy ink" },
      { kind: "text", fontSize: 16, text: "hello" },
      { kind: "ink", points: [{ x: 0 }, { x: 10, y: 5 }, { x: 20 }] },
      { kind: "arrow", tip: { x: 50, y: 30 }, strokeWidth: 2 },
    ]);
  });

  it("makes the board hold exactly the scene, also the second time", async () => {
    const { ada, hook } = hooked();
    ada.addSquare(0, 0);
    await hook.loadScene({ shapes: SHAPES });
    await hook.loadScene({ shapes: SHAPES.slice(0, 2) });
    expect(hook.shapeCount()).toBe(2);
    expect(hook.getShape("e")).toEqual({ x: 100, y: 0 });
    expect(hook.getShape("p")).toBeUndefined();
  });

  it("takes a scene as a document, if the board is empty", async () => {
    const { ada, hook } = hooked();
    await hook.loadDocument({ shapes: SHAPES });
    expect(hook.shapeCount()).toBe(SHAPES.length);
    expect(hook.getShape("e")).toEqual({ x: 100, y: 0 });
    await expect(hook.loadDocument({ shapes: SHAPES })).rejects.toThrow(
      "empty board",
    );
    expect(ada.board.size).toBe(SHAPES.length);
  });

  it("moves the camera at once, and tells where it is", () => {
    const { hook } = hooked();
    hook.setCamera({ x: 5, y: -5, zoom: 0.5 });
    expect(hook.getCamera()).toEqual({ x: 5, y: -5, zoom: 0.5 });
  });

  it("selects exactly the shapes that it is told", async () => {
    const { ada, hook } = hooked();
    await hook.loadScene({ shapes: SHAPES });
    hook.setTool("select");
    hook.select(["r", "n"]);
    expect(ada.editor.selection.get().size).toBe(2);
    ada.expectToBeIn("select.idle");
  });

  it("hands on the moves of another person by the board's own ids", async () => {
    const { ada, hook, remote } = hooked();
    await hook.loadScene({ shapes: SHAPES });
    await hook.loadScene({ shapes: SHAPES });
    hook.applyRemote([{ id: "r", x: 7, y: 8 }]);
    expect(remote).toHaveLength(1);
    expect(ada.board.get(remote[0]!.id)).toMatchObject({ kind: "rectangle" });
    expect(remote[0]?.at).toEqual({ x: 7, y: 8 });
  });

  it("finds a shape that another window has loaded", () => {
    const { ada, hook } = hooked();
    const id = ada.addSquare(3, 4);
    expect(hook.getShape(id)).toEqual({ x: 3, y: 4 });
  });

  it("tells what is on the board and what others are doing", () => {
    const { ada, hook, presence } = hooked();
    const id = ada.addSquare(3, 4);
    presence.cursor({ name: "Ben", at: { x: 5, y: 6 } });
    presence.preview(shapeOf("rectangle"));
    expect(hook.shapes()).toEqual([ada.board.get(id)]);
    expect(hook.remoteCursors()).toMatchObject([{ name: "Ben", at: { x: 5 } }]);
    expect(hook.remotePreviews()).toMatchObject([{ kind: "rectangle" }]);
    presence.caret({ name: "Ben", shape: id, head: 2 });
    expect(hook.remoteCarets()).toMatchObject([{ shape: id, head: 2 }]);
    presence.fade(id);
    expect(hook.remoteFaded()).toEqual([id]);
    expect(hook.remoteLasers()).toBe(0);
  });

  it("adds shapes as they are, and tells what is selected", () => {
    const { ada, hook } = hooked();
    const size = { width: 60, height: 40 };
    hook.loadShapes([{ kind: "ellipse", at: { x: 1, y: 2 }, size, angle: 1 }]);
    const [added] = ada.board.inOrder();
    expect(added).toMatchObject({ kind: "ellipse", size, angle: 1 });
    expect(hook.selection()).toEqual([]);
    ada.editor.select([added!.id]);
    expect(hook.selection()).toEqual([added!.id]);
  });
});
