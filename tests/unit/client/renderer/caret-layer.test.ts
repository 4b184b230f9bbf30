import { describe, expect, it } from "vitest";
import { createCaretLayer } from "@/client/renderer/caret-layer";
import { FakeClock } from "../../../support/fake-clock";
import { FakeScene } from "./fake-scene";
import { FakePresence, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function watched() {
  const clock = new FakeClock();
  const scene = new FakeScene();
  const presence = new FakePresence();
  const shape = scene.add({
    kind: "text",
    at: { x: 100, y: 50 },
    text: "hello",
    fontSize: 20,
  });
  const layer = createCaretLayer(scene, presence, clock);
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const paint = (view = VIEW) => {
    const surface = new RecordingSurface();
    const changesIn = layer.paint(surface, view);
    const bar = surface.painted.find(({ call }) => call === "stroke");
    const flags = surface.texts;
    const boxes = surface.painted.filter(({ call }) => call === "fillRect");
    return { changesIn, bar, flags, boxes };
  };
  const count = () => invalidations;
  return { clock, scene, presence, shape, layer, paint, count };
}

describe("another person's caret", () => {
  it("is a bar in their colour before the letter that they type at", () => {
    const { presence, shape, layer, paint } = watched();
    expect(layer.isEmpty()).toBe(true);
    presence.caret({ shape, anchor: 2, head: 2, colour: "#d6336c" });
    expect(layer.isEmpty()).toBe(false);
    const { bar } = paint();
    expect(bar?.colour).toBe("#d6336c");
    expect(bar?.path).toEqual([
      [122, 50],
      [122, 75],
    ]);
  });

  it("is turned and zoomed with the text, and as thick as ever", () => {
    const { scene, presence, shape, paint } = watched();
    scene.ada.board.change("turn", (draft) =>
      draft.set(shape, { angle: Math.PI / 2 }),
    );
    presence.caret({ shape });
    const { bar } = paint({ ...VIEW, camera: { x: 0, y: 0, zoom: 2 } });
    expect(bar?.width).toBe(2);
    const [top, bottom] = bar!.path;
    expect(top![0] - bottom![0]).toBeCloseTo(50);
    expect(top![1]).toBeCloseTo(bottom![1]);
  });

  it("says whose it is for two seconds after it moved", () => {
    const { clock, presence, shape, paint } = watched();
    presence.caret({ shape });
    expect(paint()).toMatchObject({ flags: ["Ben"], changesIn: 2_000 });
    clock.advance(1_500);
    expect(paint()).toMatchObject({ flags: ["Ben"], changesIn: 500 });
    clock.advance(500);
    expect(paint()).toMatchObject({ flags: [], changesIn: undefined });
    expect(paint().bar).toBeDefined();
    presence.caret({ shape, anchor: 1, head: 1 });
    expect(paint().flags).toEqual(["Ben"]);
  });

  it("comes with what they have selected, whichever way round", () => {
    const { presence, shape, paint } = watched();
    presence.caret({ shape, anchor: 3, head: 1 });
    expect(paint().boxes).toMatchObject([
      {
        alpha: 0.25,
        path: [
          [111, 50],
          [133, 75],
        ],
      },
    ]);
    presence.caret({ shape, anchor: 3, head: 3 });
    expect(paint().boxes).toEqual([]);
  });

  it("follows the shape on the way of a gesture, and its text", () => {
    const { scene, presence, shape, paint, count } = watched();
    presence.caret({ shape });
    const before = count();
    scene.drag({ x: 30, y: 0 }, shape);
    expect(count()).toBe(before + 1);
    expect(paint().bar?.path[0]).toEqual([130, 50]);
    scene.preview.set(undefined);
    presence.preview({ ...scene.get(shape), at: { x: 7, y: 50 } });
    expect(paint().bar?.path[0]).toEqual([7, 50]);
    presence.preview();
    const later = count();
    scene.ada.type(shape, "well, ");
    expect(count()).toBe(later + 1);
  });

  it("is not painted again by what changes elsewhere", () => {
    const { scene, presence, shape, count } = watched();
    presence.caret({ shape });
    const before = count();
    scene.addSquare(500, 500);
    presence.cursor({ at: { x: 5, y: 5 } });
    presence.caret({ shape });
    expect(count()).toBe(before);
  });

  it("is not painted in a shape that is gone, has no text or is not seen", () => {
    const { scene, presence, shape, paint } = watched();
    presence.caret({ shape });
    const camera = { x: 5000, y: 0, zoom: 1 };
    expect(paint({ ...VIEW, camera }).bar).toBeUndefined();
    scene.ada.remove(shape);
    expect(paint().bar).toBeUndefined();
    const at = { x: 0, y: 0 };
    presence.caret({ shape: scene.add({ kind: "line", at }) });
    expect(paint().bar).toBeUndefined();
  });
});
