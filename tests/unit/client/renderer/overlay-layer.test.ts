import { describe, expect, it } from "vitest";
import { createOverlayLayer } from "@/client/renderer/overlay-layer";
import { TestEditor } from "../../../support/test-editor";
import { sceneOf, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function watched(ada: TestEditor) {
  const layer = createOverlayLayer(sceneOf(ada));
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const frames = () => {
    const surface = new RecordingSurface();
    layer.paint(surface, VIEW);
    return surface.painted.filter(({ call }) => call === "stroke").length;
  };
  return { layer, frames, invalidations: () => invalidations };
}

describe("the layer of the selection", () => {
  it("is empty while nothing is selected", () => {
    const ada = new TestEditor();
    ada.addSquare(0, 0);
    expect(watched(ada).layer.isEmpty()).toBe(true);
  });

  it("frames each selected shape, and several together", () => {
    const ada = new TestEditor();
    const ids = [ada.addSquare(0, 0), ada.addSquare(200, 0)];
    const { frames } = watched(ada);
    ada.editor.select(ids.slice(0, 1));
    expect(frames()).toBe(1);
    ada.editor.select(ids);
    expect(frames()).toBe(3);
  });

  it("follows a drag of what is selected, and edits of others to it", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(0, 0);
    ada.editor.setTool("select");
    ada.editor.select([id]);
    const { invalidations } = watched(ada);
    ada.pointerDown(50, 50).pointerMove(60, 60).pointerMove(70, 70);
    expect(invalidations()).toBe(2);
    ada.byOther((draft) => draft.set(id, { at: { x: 5, y: 5 } }));
    expect(invalidations()).toBe(3);
  });

  it("is not painted again by what happens while nothing is selected", () => {
    const ada = new TestEditor();
    const { invalidations } = watched(ada);
    ada.addSquare(0, 0);
    ada.pointerDown(50, 50).pointerMove(60, 60).pointerUp();
    expect(invalidations()).toBe(0);
  });
});
