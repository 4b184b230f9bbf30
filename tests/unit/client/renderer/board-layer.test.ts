import { describe, expect, it } from "vitest";
import { createBoardLayer } from "@/client/renderer/board-layer";
import { TestEditor } from "../../../support/test-editor";
import { sceneOf, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function watched(ada: TestEditor) {
  const layer = createBoardLayer(sceneOf(ada));
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const paint = (view = VIEW) => {
    const surface = new RecordingSurface();
    layer.paint(surface, view);
    return surface;
  };
  const originsOf = (view = VIEW) => [
    ...new Set(paint(view).painted.map(({ origin }) => origin.join())),
  ];
  return { paint, originsOf, invalidations: () => invalidations };
}

describe("the layer of the settled board", () => {
  it("paints what is seen, and leaves out what is not", () => {
    const ada = new TestEditor();
    ada.addSquare(10, 20);
    ada.addSquare(5000, 0);
    expect(watched(ada).originsOf()).toEqual(["10,20"]);
  });

  it("paints in drawing order", () => {
    const ada = new TestEditor();
    ada.addSquare(300, 0);
    ada.addSquare(100, 0);
    expect(watched(ada).originsOf()).toEqual(["300,0", "100,0"]);
  });

  it("paints through the camera, in device pixels", () => {
    const ada = new TestEditor();
    ada.addSquare(10, 20);
    const view = {
      ...VIEW,
      camera: { x: -40, y: 10, zoom: 2 },
      pixelRatio: 1.5,
    };
    const { painted } = watched(ada).paint(view);
    expect(painted[0]).toMatchObject({ origin: [150, 30], scale: 3 });
  });

  it("keeps its precision far from the origin", () => {
    const ada = new TestEditor();
    ada.addSquare(100_000_010.5, 0);
    const camera = { x: 100_000_000, y: 0, zoom: 1 };
    expect(watched(ada).originsOf({ ...VIEW, camera })).toEqual(["10.5,0"]);
  });

  it("is painted again after each change, here or elsewhere", () => {
    const ada = new TestEditor();
    const { invalidations } = watched(ada);
    const id = ada.addSquare(0, 0);
    expect(invalidations()).toBe(1);
    ada.byOther((draft) => draft.remove(id));
    expect(invalidations()).toBe(2);
  });

  it("rests while shapes are dragged over it, without them", () => {
    const ada = new TestEditor();
    ada.addSquare(0, 0);
    ada.addSquare(200, 0);
    ada.editor.setTool("select");
    const { originsOf, invalidations } = watched(ada);

    ada.pointerDown(50, 50).pointerMove(60, 60);
    expect(invalidations()).toBe(1);
    ada.pointerMove(70, 70).pointerMove(80, 80);
    expect(invalidations()).toBe(1);
    expect(originsOf()).toEqual(["200,0"]);

    ada.pointerUp();
    expect(originsOf()).toEqual(["30,30", "200,0"]);
  });

  it("rests while a stroke is drawn, and shows it from the commit on", () => {
    const ada = new TestEditor();
    const { originsOf, invalidations } = watched(ada);
    ada.pointerDown(50, 50).pointerMove(60, 60);
    expect(invalidations()).toBe(0);
    expect(originsOf()).toEqual([]);
    ada.pointerUp();
    expect(invalidations()).toBe(1);
    expect(originsOf()).toEqual(["50,50"]);
  });
});
