import { describe, expect, it } from "vitest";
import { screenPoint } from "@/core/geometry/point";
import { TestEditor } from "../../../support/test-editor";

describe("the hand", () => {
  it("keeps the board point that it took hold of under it", () => {
    const ada = new TestEditor();
    ada.editor.setTool("hand");
    ada.editor.camera.set({ x: 10, y: 20, zoom: 2 });
    const held = ada.editor.camera.toBoard(screenPoint(100, 100));
    ada.pointerDown(100, 100).pointerMove(300, 50);
    ada.expectToBeIn("hand.dragging");
    expect(ada.editor.camera.toBoard(screenPoint(300, 50))).toEqual(held);
    ada.pointerUp().expectToBeIn("hand.idle");
    expect(ada.board.size).toBe(0);
  });

  it("shows by the mouse pointer whether it holds the paper", () => {
    const ada = new TestEditor();
    ada.editor.setTool("hand");
    expect(ada.editor.toolState.get().cursor).toBe("grab");
    ada.pointerDown(0, 0);
    expect(ada.editor.toolState.get().cursor).toBe("grabbing");
    ada.pointers.cancelAll();
    expect(ada.editor.toolState.get().cursor).toBe("grab");
  });
});
