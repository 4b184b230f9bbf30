import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

describe("an editor", () => {
  it("begins with the pen in the hand", () => {
    new TestEditor().expectToBeIn("draw.idle");
  });

  it("selects no shape that is not on the board", () => {
    const ada = new TestEditor();
    const [id, gone] = [ada.addSquare(0, 0), ada.addSquare(0, 0)];
    ada.byOther((draft) => draft.remove(gone));
    ada.editor.select([id, gone]);
    expect([...ada.editor.selection.get()]).toEqual([id]);
  });

  it("deselects what somebody else removes", () => {
    const ada = new TestEditor();
    const [id, doomed] = [ada.addSquare(0, 0), ada.addSquare(0, 0)];
    ada.editor.select([id, doomed]);
    ada.byOther((draft) => draft.remove(doomed));
    expect([...ada.editor.selection.get()]).toEqual([id]);
  });

  it("is back in the idle state after a gesture that failed, without its preview", () => {
    const ada = new TestEditor().pointerDown(0, 0).pointerMove(50, 50);
    ada.board.change = () => {
      throw new Error("no more paper");
    };
    expect(() => ada.pointerUp()).toThrow("no more paper");
    ada.expectToBeIn("draw.idle");
    expect(ada.editor.preview.get()).toBeUndefined();
    expect(ada.lane.strokes).toMatchObject([{ state: "cancelled" }]);
  });

  it("gives up the gesture under way when it ends", () => {
    const ada = new TestEditor().pointerDown(0, 0).pointerMove(50, 50);
    ada.editor.dispose();
    expect(ada.board.size).toBe(0);
    expect(ada.lane.strokes).toMatchObject([{ state: "cancelled" }]);
  });
});
