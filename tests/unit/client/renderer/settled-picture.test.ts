import { describe, expect, it } from "vitest";
import type { Damage } from "@/client/renderer/scene";
import { createSettledPicture } from "@/client/renderer/settled-picture";
import { visibleBox } from "@/client/renderer/view";
import { FakeScene, frameAt } from "./fake-scene";
import { FakePresence, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function watched(scene = new FakeScene()) {
  const presence = new FakePresence();
  const picture = createSettledPicture(scene, presence);
  const damages: Damage[] = [];
  picture.watch((damage) => damages.push(damage));
  const paint = (view = VIEW) => {
    const surface = new RecordingSurface();
    const painting = picture.paint(surface, view, visibleBox(view));
    while (!painting.next().done);
    return surface;
  };
  const originsOf = (view = VIEW) => [
    ...new Set(paint(view).painted.map(({ origin }) => origin.join())),
  ];
  const count = () => damages.length;
  const { isInWork } = picture;
  return { scene, presence, paint, originsOf, count, damages, isInWork };
}

describe("the picture of the settled board", () => {
  it("paints what is seen, and leaves out what is not", () => {
    const { scene, originsOf } = watched();
    scene.addSquare(10, 20);
    scene.addSquare(5000, 0);
    expect(originsOf()).toEqual(["10,20"]);
  });

  it("paints in drawing order", () => {
    const { scene, originsOf } = watched();
    scene.addSquare(300, 0);
    scene.addSquare(100, 0);
    expect(originsOf()).toEqual(["300,0", "100,0"]);
  });

  it("paints through the camera, in device pixels", () => {
    const { scene, paint } = watched();
    scene.addSquare(10, 20);
    const camera = { x: -40, y: 10, zoom: 2 };
    const { painted } = paint({ ...VIEW, camera, pixelRatio: 1.5 });
    expect(painted[0]).toMatchObject({ origin: [150, 30], scale: 3 });
  });

  it("turns a shape about the middle of its box", () => {
    const { scene, paint } = watched();
    scene.addSquare(0, 0, {
      angle: Math.PI / 2,
      size: { width: 100, height: 40 },
    });
    const [fill] = paint().painted;
    expect(fill?.path).toEqual([
      [70, -30],
      [70, 70],
      [30, 70],
      [30, -30],
    ]);
  });

  it.each([0, Math.PI / 6])(
    "keeps its precision far from the origin, at an angle of %f",
    (angle) => {
      const near = watched();
      near.scene.addSquare(10.5, 0, { angle });
      const far = watched();
      far.scene.addSquare(100_000_010.5, 0, { angle });
      const camera = { x: 100_000_000, y: 0, zoom: 1 };
      const [fill] = far.paint({ ...VIEW, camera }).painted;
      expect(fill?.path).toEqual(near.paint().painted[0]?.path);
    },
  );

  it("is painted again after each change, here or elsewhere", () => {
    const { scene, count } = watched();
    const id = scene.addSquare(0, 0);
    expect(count()).toBe(1);
    scene.ada.remove(id);
    expect(count()).toBe(2);
  });
});

describe("a gesture over the settled board", () => {
  it("lifts shapes off it once, and lets it rest while they move", () => {
    const { scene, originsOf, count } = watched();
    const id = scene.addSquare(0, 0);
    scene.addSquare(200, 0);
    const before = count();

    scene.drag({ x: 10, y: 10 }, id);
    scene.drag({ x: 20, y: 20 }, id);
    scene.drag({ x: 30, y: 30 }, id);
    expect(count()).toBe(before + 1);
    expect(originsOf()).toEqual(["200,0"]);
  });

  it("of somebody else lifts them as well", () => {
    const { scene, presence, originsOf, count } = watched();
    const id = scene.addSquare(0, 0);
    const before = count();
    presence.preview({ ...scene.get(id), at: { x: 9, y: 9 } });
    presence.tell();
    expect(count()).toBe(before + 1);
    expect(originsOf()).toEqual([]);
  });

  it("is work on it until it ends", () => {
    const { scene, isInWork } = watched();
    const id = scene.addSquare(0, 0);
    expect(isInWork()).toBe(false);
    scene.drag({ x: 10, y: 10 }, id);
    expect(isInWork()).toBe(true);
    scene.preview.set(undefined);
    expect(isInWork()).toBe(false);
  });

  it("that makes something new leaves it alone", () => {
    const { scene, count } = watched();
    const square = scene.get(scene.addSquare(0, 0));
    const before = count();
    scene.draw(square);
    scene.draw({ ...square, at: { x: 1, y: 1 } });
    scene.preview.set(undefined);
    expect(count()).toBe(before);
  });

  it("that erases fades what it would take away, whoever does it", () => {
    const { scene, presence, paint, count } = watched();
    const ids = [0, 200, 400].map((x) =>
      scene.addSquare(x, 0, { opacity: 0.5 }),
    );
    const before = count();
    const faded = new Set([ids[0]!]);
    scene.preview.set({ lifted: new Set(), faded, shapes: [] });
    scene.preview.set({ lifted: new Set(), faded, shapes: [] });
    expect(count()).toBe(before + 1);
    presence.fade(ids[1]!);
    expect(count()).toBe(before + 2);
    const fills = paint().painted.filter(({ call }) => call === "fill");
    expect(fills.map(({ alpha }) => alpha)).toEqual([0.15, 0.15, 0.5]);
  });

  it("of a highlighter fades with the rest of it", () => {
    const { scene, paint } = watched();
    const points = [0, 50].map((x) => ({ x, y: 0, pressure: 0.5 }));
    const at = { x: 10, y: 10 };
    const id = scene.add({
      kind: "highlight",
      at,
      points,
      hasPressure: false,
    });
    const alphaOf = () => paint().painted[0]!.alpha;
    const whole = alphaOf();
    const faded = new Set([id]);
    scene.preview.set({ lifted: new Set(), faded, shapes: [] });
    expect(alphaOf()).toBeCloseTo(whole * 0.3);
  });

  it("is not painted again because somebody moves their cursor", () => {
    const { scene, presence, count } = watched();
    scene.addSquare(0, 0);
    const before = count();
    presence.cursor({ at: { x: 5, y: 5 } });
    expect(count()).toBe(before);
  });
});

describe("a shape whose text is being edited", () => {
  it("is painted without it, in the place of the whole", () => {
    const { scene, paint, count } = watched();
    const turned = { angle: Math.PI / 2, text: "Label" };
    const id = scene.addSquare(0, 0, turned);
    const whole = paint();
    expect(whole.texts).toEqual(["Label"]);
    const before = count();
    scene.typingIn.set(id);
    expect(count()).toBe(before + 1);
    const edited = paint();
    expect(edited.texts).toEqual([]);
    expect(edited.painted[0]?.path).toEqual(whole.painted[0]?.path);
    scene.typingIn.set(undefined);
    expect(paint().texts).toEqual(["Label"]);
  });

  it("fades all the same when somebody is about to erase it", () => {
    const { scene, presence, paint } = watched();
    const id = scene.addSquare(0, 0, { text: "Label" });
    scene.typingIn.set(id);
    presence.fade(id);
    const { painted, texts } = paint();
    expect(texts).toEqual([]);
    expect(painted[0]?.alpha).toBe(0.3);
  });
});

describe("a frame", () => {
  it("clips its members, itself not, once for all that follow each other", () => {
    const { scene, paint } = watched();
    const frame = scene.add(frameAt(50, 60));
    scene.addSquare(60, 60, { parent: frame });
    scene.addSquare(200, 60, { parent: frame });
    scene.addSquare(500, 60);
    const surface = paint();
    expect(surface.clipCount).toBe(1);
    expect(surface.depth).toBe(0);
    const clipped = surface.painted.filter(({ clips }) => clips.length > 0);
    const places = new Set(clipped.map(({ origin }) => origin.join()));
    expect([...places]).toEqual(["60,60", "200,60"]);
    for (const { clips } of clipped)
      expect(clips).toMatchObject([{ origin: [50, 60] }]);
  });

  it("within another is clipped to it, and its members to both", () => {
    const { scene, paint } = watched();
    const outer = scene.add(frameAt(0, 0, 300, 300));
    const inner = scene.add({ ...frameAt(200, 200), parent: outer });
    scene.addSquare(250, 250, { parent: inner });
    const surface = paint();
    const clipsAt = (x: number) =>
      surface.painted
        .find(({ origin }) => origin[0] === x)
        ?.clips.map(({ origin }) => origin[0])
        .sort();
    expect(clipsAt(0)).toEqual([]);
    expect(clipsAt(200)).toEqual([0]);
    expect(clipsAt(250)).toEqual([0, 200]);
    expect(surface.depth).toBe(0);
  });

  it("that is turned clips to where it is seen", () => {
    const { scene, paint } = watched();
    const frame = scene.add({ ...frameAt(0, 0), angle: 0.5 });
    scene.addSquare(20, 20, { parent: frame });
    const member = paint().painted.find(({ clips }) => clips.length > 0);
    expect(member?.clips[0]?.angle).toBeCloseTo(0.5);
    expect(member?.angle).toBe(0);
  });

  it("also clips the members of a group in it", () => {
    const { scene, paint } = watched();
    const frame = scene.add(frameAt(0, 0));
    const group = scene.add({
      kind: "group",
      at: { x: 0, y: 0 },
      parent: frame,
    });
    scene.addSquare(20, 20, { parent: group });
    expect(paint().clipCount).toBe(1);
  });
});
