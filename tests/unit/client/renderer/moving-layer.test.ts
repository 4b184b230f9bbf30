import { describe, expect, it } from "vitest";
import { createMovingLayer } from "@/client/renderer/moving-layer";
import { asShapeId } from "@/core/base/ids";
import { FakeScene, frameAt } from "./fake-scene";
import { FakePresence, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

/** A surface that keeps in mind where pictures were drawn on it. */
class Screen extends RecordingSurface {
  pictures: { readonly image: unknown; readonly at: readonly number[] }[] = [];

  override drawImage(image: unknown, ...at: number[]): void {
    this.pictures.push({ image, at });
  }
}

function watched() {
  const pictures: RecordingSurface[] = [];
  const createPicture = () => {
    const surface = new RecordingSurface();
    pictures.push(surface);
    return { surface, image: surface as unknown as OffscreenCanvas };
  };
  const scene = new FakeScene();
  const presence = new FakePresence();
  const layer = createMovingLayer(scene, presence, createPicture);
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const painted = () => {
    const surface = new RecordingSurface();
    layer.paint(surface, VIEW);
    return surface.painted;
  };
  const show = () => {
    const screen = new Screen();
    layer.paint(screen, VIEW);
    return screen;
  };
  const count = () => invalidations;
  return { scene, presence, layer, painted, count, show, pictures };
}

describe("the layer of what is under way", () => {
  it("is empty while nobody does anything", () => {
    const { layer, scene } = watched();
    scene.addSquare(0, 0);
    expect(layer.isEmpty()).toBe(true);
  });

  it("shows what this person drags where they drag it to", () => {
    const { layer, scene, painted } = watched();
    const id = scene.addSquare(0, 0);
    scene.drag({ x: 40, y: 20 }, id);
    expect(layer.isEmpty()).toBe(false);
    expect(painted()[0]?.origin).toEqual([40, 20]);
    scene.preview.set(undefined);
    expect(layer.isEmpty()).toBe(true);
  });

  it("leaves out what is not seen", () => {
    const { scene, painted } = watched();
    const ids = [scene.addSquare(0, 0), scene.addSquare(9000, 0)];
    scene.drag({ x: 10, y: 0 }, ...ids);
    expect(new Set(painted().map(({ origin }) => origin[0]))).toEqual(
      new Set([10]),
    );
  });

  it("shows this person's shapes above those of the others", () => {
    const { scene, presence, painted } = watched();
    const [own, bens] = [scene.addSquare(0, 0), scene.addSquare(200, 0)];
    scene.drag({ x: 1, y: 0 }, own);
    presence.preview({ ...scene.get(bens), at: { x: 202, y: 0 } });
    const places = painted().map(({ origin }) => origin[0]);
    expect([...new Set(places)]).toEqual([202, 1]);
  });

  it("is painted again when one of the shapes looks different, and not otherwise", () => {
    const { scene, presence, count } = watched();
    const square = scene.get(scene.addSquare(0, 0));
    presence.preview(square);
    expect(count()).toBe(1);
    presence.cursor({ at: { x: 5, y: 5 } });
    scene.preview.set({ lifted: new Set(), faded: new Set(), shapes: [] });
    scene.addSquare(500, 500);
    expect(count()).toBe(1);
    presence.preview({ ...square, at: { x: 1, y: 1 } });
    expect(count()).toBe(2);
    presence.preview();
    expect(count()).toBe(3);
  });

  it("leaves out the text of a shape that is being edited", () => {
    const { scene, painted, count } = watched();
    const id = scene.addSquare(0, 0, { text: "Label" });
    scene.drag({ x: 5, y: 0 }, id);
    const isWritten = () => painted().some(({ text }) => text === "Label");
    expect(isWritten()).toBe(true);
    const before = count();
    scene.typingIn.set(id);
    expect(count()).toBe(before + 1);
    expect(isWritten()).toBe(false);
  });
});

describe("what is under way lies within", () => {
  it("the boxes of all that is shown, where it is seen", () => {
    const { scene, presence, layer } = watched();
    const [own, bens] = [scene.addSquare(0, 0), scene.addSquare(400, 0)];
    scene.drag({ x: 40, y: 20 }, own);
    presence.preview({ ...scene.get(bens), at: { x: 500, y: 60 } });
    const camera = { x: 10, y: 0, zoom: 2 };
    const { minX, minY, maxX, maxY } = layer.extent!({ ...VIEW, camera })!;
    // From the one's top left corner to the other's bottom right, with their lines.
    expect(minX).toBeCloseTo(60, -1);
    expect(minY).toBeCloseTo(40, -1);
    expect(maxX).toBeCloseTo(1180, -1);
    expect(maxY).toBeCloseTo(320, -1);
    expect(minX).toBeLessThan(60);
    expect(maxY).toBeGreaterThan(320);
  });

  it("nothing, where what was dragged is not on the board any more", () => {
    const { scene, layer } = watched();
    const id = scene.addSquare(0, 0);
    scene.drag({ x: 40, y: 20 }, id);
    scene.ada.remove(id);
    expect(layer.extent!(VIEW)).toBeUndefined();
  });
});

describe("a member of a frame that is under way", () => {
  const clipsOf = (scene: FakeScene) => {
    const surface = new RecordingSurface();
    const layer = createMovingLayer(scene, new FakePresence(), () =>
      expect.fail("One shape needs no picture."),
    );
    layer.paint(surface, VIEW);
    return surface.painted.at(-1)?.clips.map(({ origin }) => origin[0]);
  };

  it("is clipped by its frame", () => {
    const { scene } = watched();
    const frame = scene.add(frameAt(50, 50));
    const id = scene.addSquare(60, 60, { parent: frame });
    scene.drag({ x: 100, y: 0 }, id);
    expect(clipsOf(scene)).toEqual([50]);
  });

  it("is clipped by its frame where that is shown, if the frame moves too", () => {
    const { scene } = watched();
    const frame = scene.add(frameAt(50, 50));
    const id = scene.addSquare(60, 60, { parent: frame });
    scene.drag({ x: 100, y: 0 }, frame, id);
    expect(clipsOf(scene)).toEqual([150]);
  });

  it("is clipped no more once it leaves the frame, and by the one that it enters", () => {
    const { scene } = watched();
    const outer = scene.add(frameAt(5, 5, 900, 700));
    const from = scene.add(frameAt(50, 50));
    const to = scene.add({ ...frameAt(300, 50), parent: outer });
    const id = scene.addSquare(60, 60, { parent: from });
    const shape = scene.get(id);
    scene.draw({ ...shape, parent: undefined });
    expect(clipsOf(scene)).toEqual([]);
    scene.draw({ ...shape, parent: to });
    expect(clipsOf(scene)).toEqual([300, 5]);
  });

  it("that is not on the board yet is clipped by the frame it is drawn in", () => {
    const { scene } = watched();
    const frame = scene.add(frameAt(50, 50));
    const square = scene.get(scene.addSquare(60, 60));
    scene.draw({ ...square, id: asShapeId("new"), parent: frame });
    expect(clipsOf(scene)).toEqual([50]);
    scene.draw({ ...square, parent: asShapeId("gone") });
    expect(clipsOf(scene)).toEqual([]);
  });

  it("is painted again when somebody changes the frame", () => {
    const { scene, count } = watched();
    const frame = scene.add(frameAt(50, 50));
    const id = scene.addSquare(60, 60, { parent: frame });
    scene.drag({ x: 100, y: 0 }, id);
    const before = count();
    scene.ada.move(frame, 0, 0);
    expect(count()).toBe(before + 1);
  });
});

describe("many shapes that are dragged", () => {
  const addRow = (scene: FakeScene, count = 20) =>
    Array.from({ length: count }, (_, i) => scene.addSquare(50 * i, 40));

  it("are painted once, and shown as one picture where they are", () => {
    const { scene, show, pictures } = watched();
    const ids = addRow(scene);
    scene.drag({ x: 10, y: 5 }, ...ids);
    const first = show();
    scene.drag({ x: 30.4, y: 5 }, ...ids);
    const second = show();

    expect(pictures).toHaveLength(1);
    expect(first.painted).toEqual([]);
    const [before] = first.pictures;
    const [after] = second.pictures;
    expect(after?.image).toBe(before?.image);
    expect(after!.at[0]! - before!.at[0]!).toBe(20);
  });

  it("are painted again when one of them has been changed by somebody else", () => {
    const { scene, show, pictures } = watched();
    const ids = addRow(scene);
    scene.drag({ x: 10, y: 5 }, ...ids);
    show();
    scene.ada.recolour(ids[3]!, "#e03131");
    scene.drag({ x: 20, y: 5 }, ...ids);
    show();

    expect(pictures).toHaveLength(2);
  });

  it("are painted one by one when something else than a move happens to them", () => {
    const { scene, show, pictures } = watched();
    const ids = addRow(scene);
    scene.drag({ x: 10, y: 5 }, ...ids);
    const { lifted, faded, shapes } = scene.preview.get()!;
    const turned = shapes.map((shape) => ({ ...shape, angle: 1 }));
    scene.preview.set({ lifted, faded, shapes: turned });
    expect(show().painted.length).toBeGreaterThan(0);
    expect(pictures).toEqual([]);
  });

  it("are painted one by one where a frame that stays cuts them off", () => {
    const { scene, show, pictures } = watched();
    const parent = scene.add(frameAt(0, 0));
    const ids = Array.from({ length: 20 }, (_, i) =>
      scene.addSquare(i, 40, { parent }),
    );
    scene.drag({ x: 10, y: 5 }, ...ids);
    expect(show().clipCount).toBe(1);
    expect(pictures).toEqual([]);

    scene.drag({ x: 10, y: 5 }, parent, ...ids);
    show();
    expect(pictures).toHaveLength(1);
  });

  it("show no picture where none of them is in view", () => {
    const { scene, show } = watched();
    const ids = addRow(scene);
    scene.drag({ x: 50_000, y: 0 }, ...ids);
    const { painted, pictures } = show();
    expect(painted).toEqual([]);
    expect(pictures).toEqual([]);
  });
});
