import { describe, expect, it } from "vitest";
import { createMovingLayer } from "@/client/renderer/moving-layer";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import { TestEditor } from "../../../support/test-editor";
import { FakePresence, inkPoint, sceneOf, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function watched(ada = new TestEditor()) {
  const presence = new FakePresence();
  const layer = createMovingLayer(sceneOf(ada), presence);
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const painted = () => {
    const surface = new RecordingSurface();
    layer.paint(surface, VIEW);
    return surface.painted;
  };
  return { ada, presence, layer, painted, invalidations: () => invalidations };
}

describe("the layer of what is under way", () => {
  it("is empty while nobody does anything", () => {
    const { layer, ada } = watched();
    ada.addSquare(0, 0);
    expect(layer.isEmpty()).toBe(true);
  });

  it("shows this person's stroke until it is committed", () => {
    const { layer, ada, painted } = watched();
    ada.pointerDown(50, 60).pointerMove(90, 90);
    expect(layer.isEmpty()).toBe(false);
    expect(painted()).toMatchObject([{ call: "fill", origin: [50, 60] }]);
    ada.pointerUp();
    expect(layer.isEmpty()).toBe(true);
  });

  it("shows dragged shapes where they are dragged to", () => {
    const ada = new TestEditor();
    ada.addSquare(0, 0);
    ada.editor.setTool("select");
    const { painted } = watched(ada);
    ada.pointerDown(50, 50).pointerMove(90, 70);
    expect(painted()[0]?.origin).toEqual([40, 20]);
  });

  it("leaves out dragged shapes that are not seen", () => {
    const ada = new TestEditor();
    const seen = ada.addSquare(0, 0);
    const far = ada.addSquare(9000, 0);
    ada.editor.setTool("select");
    ada.editor.select([seen, far]);
    const { painted } = watched(ada);
    ada.pointerDown(50, 50).pointerMove(60, 50);
    expect(new Set(painted().map(({ origin }) => origin[0]))).toEqual(
      new Set([10]),
    );
  });

  it("shows others' strokes while they grow, in their colour", () => {
    const { presence, painted, invalidations } = watched();
    const points: InkPoint[] = [];
    presence.stroke("s", points);
    expect(painted()).toEqual([]);
    points.push(inkPoint(0, 0), inkPoint(40, 0));
    presence.tell();
    expect(painted()).toMatchObject([{ call: "fill", colour: "#e03131" }]);
    points.push(inkPoint(80, 0));
    presence.tell();
    expect(invalidations()).toBe(2);
  });

  it("shows an other's stroke no longer once its shape is on the board", () => {
    const { ada, presence, layer, invalidations } = watched();
    const { shape } = presence.stroke("s", [inkPoint(0, 0), inkPoint(40, 0)]);
    const before = invalidations();
    ada.byOther((draft) =>
      draft.add({
        kind: "ink",
        id: shape,
        at: { x: 0, y: 0 },
        points: [inkPoint(0, 0), inkPoint(40, 0)],
        hasPressure: false,
      }),
    );
    expect(invalidations()).toBe(before + 1);
    expect(layer.isEmpty()).toBe(true);
  });

  it("is not painted again because somebody moves their cursor", () => {
    const { presence, invalidations } = watched();
    presence.stroke("s", [inkPoint(0, 0), inkPoint(40, 0)]);
    const before = invalidations();
    presence.cursor({ at: { x: 5, y: 5 } });
    expect(invalidations()).toBe(before);
  });
});
