import { describe, expect, it } from "vitest";
import { createOverlayLayer } from "@/client/renderer/overlay-layer";
import {
  GUIDE_COLOUR,
  SELECTION_COLOUR,
} from "@/client/renderer/sheet-colours";
import type { View } from "@/client/renderer/view";
import type { NewShape } from "@/core/board/draft";
import type { Box } from "@/core/geometry/box";
import { FakeScene } from "./fake-scene";
import { VIEW } from "./fakes";
import { RecordingSurface, type Painted } from "./recording-surface";

function watched() {
  const scene = new FakeScene();
  const layer = createOverlayLayer(scene);
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const paint = (view = VIEW) => {
    const surface = new RecordingSurface();
    layer.paint(surface, view);
    expectWithin(layer.extent!(view), view, surface.painted);
    return surface.painted;
  };
  /** Handles are filled as well as stroked, and nothing else of a selection is. */
  const handles = (view = VIEW) =>
    paint(view).filter(({ call }) => call === "fill");
  const outlines = (view = VIEW) =>
    paint(view).filter(
      ({ call, path }) => call === "stroke" && isOutline(path),
    );
  const count = () => invalidations;
  return { scene, layer, paint, handles, outlines, count };
}

function expectWithin(
  extent: Box | undefined,
  { pixelRatio }: View,
  painted: readonly Painted[],
): void {
  const points = painted.flatMap(({ path }) => path);
  for (const [x, y] of points)
    expect(extent).toSatisfy(
      (box: Box) =>
        box.minX * pixelRatio <= x &&
        box.minY * pixelRatio <= y &&
        box.maxX * pixelRatio >= x &&
        box.maxY * pixelRatio >= y,
    );
}

/** Larger than any handle. */
const isOutline = (path: Painted["path"]) => spanOf(path) > 20;

const spanOf = (path: Painted["path"]): number => {
  const xs = path.map(([x]) => x);
  return Math.max(...xs) - Math.min(...xs);
};

const places = (handles: readonly Painted[]) =>
  handles.map(({ origin }) => origin.map(Math.round).join()).sort();

const lineFrom = (x: number, y: number): NewShape => ({
  kind: "line",
  at: { x, y },
  tip: { x: 100, y: 50 },
});

describe("the layer of the selection", () => {
  it("is empty while nothing is selected", () => {
    const { scene, layer } = watched();
    scene.addSquare(0, 0);
    expect(layer.isEmpty()).toBe(true);
  });

  it("frames one shape, and each of several and them all", () => {
    const { scene, layer, outlines } = watched();
    const ids = [scene.addSquare(10, 10), scene.addSquare(200, 10)];
    scene.select(ids[0]!);
    expect(layer.isEmpty()).toBe(false);
    expect(outlines()).toHaveLength(1);
    scene.select(...ids);
    expect(outlines().map(({ path }) => spanOf(path))).toEqual([100, 100, 298]);
  });

  it("keeps its frame off the shape, as far at any zoom", () => {
    const { scene, outlines } = watched();
    scene.select(scene.addSquare(100, 100));
    expect(outlines()[0]!.path[0]).toEqual([96.5, 96.5]);
    const camera = { x: 0, y: 0, zoom: 2 };
    expect(outlines({ ...VIEW, camera })[0]!.path[0]).toEqual([196.5, 196.5]);
  });

  it("frames a turned shape as it is turned", () => {
    const { scene, outlines } = watched();
    scene.select(scene.addSquare(100, 100, { angle: Math.PI / 4 }));
    const [top] = outlines()[0]!.path;
    expect(top![0]).toBeCloseTo(150, 1);
    expect(top![1]).toBeCloseTo(150 - 108 * Math.SQRT1_2, 1);
  });

  it("frames the members of a group for themselves, and them all", () => {
    const { scene, outlines } = watched();
    const group = scene.add({ kind: "group", at: { x: 0, y: 0 } });
    scene.addSquare(0, 0, { parent: group });
    scene.addSquare(200, 0, { parent: group });
    scene.select(group);
    expect(outlines()).toHaveLength(3);
  });
});

describe("handles", () => {
  it("stand on the corners and sides, and one beyond the top turns the shape", () => {
    const { scene, handles } = watched();
    scene.select(scene.addSquare(100, 100));
    expect(places(handles())).toEqual(
      [
        ...["96,96", "150,96", "204,96", "204,150"],
        ...["204,204", "150,204", "96,204", "96,150"],
        "150,76",
      ].sort(),
    );
  });

  it("keep their size and their distance at any zoom and pixel ratio", () => {
    const { scene, handles } = watched();
    scene.select(scene.addSquare(100, 100));
    const camera = { x: 0, y: 0, zoom: 2 };
    const shown = handles({ ...VIEW, camera, pixelRatio: 1.5 });
    expect(places(shown)).toContain("450,264");
    for (const { path } of shown)
      if (path.length > 1) expect(spanOf(path)).toBeCloseTo(8 * 1.5);
  });

  it("are turned with the shape", () => {
    const { scene, handles } = watched();
    scene.select(scene.addSquare(100, 100, { angle: Math.PI / 2 }));
    expect(places(handles())).toContain("224,150");
    expect(handles()[0]?.angle).toBeCloseTo(Math.PI / 2);
  });

  it("are larger and farther out for a finger", () => {
    const { scene, handles } = watched();
    scene.select(scene.addSquare(100, 100));
    const shown = handles({ ...VIEW, coarse: true });
    expect(spanOf(shown[0]!.path)).toBe(14);
    expect(places(shown)).toContain("150,60");
  });

  it.each([
    [100, 100, 8],
    [20, 100, 6],
    [100, 20, 6],
    [20, 20, 1],
  ])(
    "of a shape of %i x %i are %i and the one that turns it",
    (width, height, count) => {
      const { scene, handles } = watched();
      scene.select(scene.addSquare(50, 50, { size: { width, height } }));
      expect(handles()).toHaveLength(count + 1);
    },
  );

  it("of a line of text are at its sides and its last corner", () => {
    const { scene, handles } = watched();
    const at = { x: 100, y: 100 };
    scene.select(
      scene.add({ kind: "text", at, text: "a line of text", fontSize: 16 }),
    );
    expect(handles()).toHaveLength(3 + 1);
  });

  it("of a line are at its ends, without a frame", () => {
    const { scene, handles, outlines } = watched();
    scene.select(scene.add(lineFrom(100, 100)));
    expect(places(handles())).toEqual(["100,100", "200,150"]);
    expect(outlines()).toEqual([]);
  });

  it("are only at the corners of what cannot be stretched in one direction", () => {
    const { scene, handles } = watched();
    const turned = scene.addSquare(100, 100, { angle: 0.3 });
    scene.select(turned, scene.addSquare(300, 100));
    expect(handles()).toHaveLength(4 + 1);
  });

  it("are gone while a gesture goes on, and back after it", () => {
    const { scene, handles, outlines, count } = watched();
    const id = scene.addSquare(100, 100);
    scene.select(id);
    scene.drag({ x: 5, y: 5 }, id);
    expect(handles()).toEqual([]);
    expect(outlines()[0]?.path[0]).toEqual([101.5, 101.5]);
    const before = count();
    scene.preview.set(undefined);
    expect(count()).toBe(before + 1);
    expect(handles()).toHaveLength(9);
  });

  it("are not shown on what is locked, whose frame is dashed", () => {
    const { scene, handles, outlines } = watched();
    const locked = scene.addSquare(100, 100, { locked: true });
    scene.select(locked);
    expect(handles()).toEqual([]);
    expect(outlines()[0]?.dash).not.toEqual([]);
    const free = scene.addSquare(300, 100);
    scene.select(locked, free);
    expect(handles()).toHaveLength(9);
    const dashed = outlines().map(({ dash }) => dash.length > 0);
    expect(dashed).toEqual([true, false, false]);
  });

  it("are not shown on a locked line, which gets a frame instead", () => {
    const { scene, handles, outlines } = watched();
    scene.select(scene.add({ ...lineFrom(100, 100), locked: true }));
    expect(handles()).toEqual([]);
    expect(outlines()[0]?.dash).not.toEqual([]);
  });
});

describe("what else lies on top", () => {
  it("is a thin frame round the shape that is typed in, in place of the selection", () => {
    const { scene, layer, handles, outlines, count } = watched();
    const id = scene.addSquare(100, 100);
    scene.select(id);
    const before = count();
    scene.typingIn.set(id);
    expect(count()).toBe(before + 1);
    scene.selection.set(new Set());
    expect(layer.isEmpty()).toBe(false);
    expect(handles()).toEqual([]);
    expect(outlines()).toMatchObject([{ width: 1 }]);
  });

  it("is a frame that selects, seen through", () => {
    const { scene, layer, paint, count } = watched();
    scene.marquee.set({ minX: 10, minY: 20, maxX: 110, maxY: 70 });
    expect(count()).toBe(1);
    expect(layer.isEmpty()).toBe(false);
    const [fill, stroke] = paint();
    expect(fill).toMatchObject({
      call: "fill",
      colour: SELECTION_COLOUR.light,
      path: expect.arrayContaining([[10.5, 20.5]]) as unknown,
    });
    expect(fill?.alpha).toBeLessThan(0.3);
    expect(stroke).toMatchObject({ call: "stroke", alpha: 1 });
  });

  it("is guides: lines with a cross at each end, and gaps between bars", () => {
    const { scene, layer, paint, count } = watched();
    const from = { x: 100, y: 50 };
    const to = { x: 200, y: 50 };
    scene.guides.set([{ kind: "line", from, to }]);
    expect(count()).toBe(1);
    expect(layer.isEmpty()).toBe(false);
    const [line] = paint();
    expect(line?.colour).toBe(GUIDE_COLOUR.light);
    expect(line?.path).toHaveLength(2 + 4 * 2);
    scene.guides.set([{ kind: "gap", from, to }]);
    const [gap] = paint();
    expect(gap?.path.slice(2)).toEqual([
      [100.5, 46.5],
      [100.5, 54.5],
      [200.5, 46.5],
      [200.5, 54.5],
    ]);
  });
});

describe("the overlay rests", () => {
  it("while nothing that it shows changes", () => {
    const { scene, count } = watched();
    const other = scene.addSquare(300, 0);
    scene.drag({ x: 1, y: 1 }, other);
    scene.ada.move(other, 5, 5);
    scene.guides.set([]);
    expect(count()).toBe(0);
    scene.preview.set(undefined);

    scene.select(scene.addSquare(0, 0));
    expect(count()).toBe(1);
    scene.ada.move(other, 10, 10);
    expect(count()).toBe(1);
  });

  it("during a gesture that does nothing to what is selected, but for its handles", () => {
    const { scene, count } = watched();
    const [id, other] = [scene.addSquare(0, 0), scene.addSquare(300, 0)];
    scene.select(id);
    const before = count();
    scene.drag({ x: 1, y: 1 }, other);
    scene.drag({ x: 2, y: 2 }, other);
    expect(count()).toBe(before + 1);
  });

  it("not when what is selected moves or is changed by others", () => {
    const { scene, count } = watched();
    const id = scene.addSquare(0, 0);
    scene.select(id);
    const before = count();
    scene.drag({ x: 1, y: 1 }, id);
    scene.drag({ x: 2, y: 2 }, id);
    expect(count()).toBe(before + 2);
    scene.preview.set(undefined);
    scene.ada.move(id, 9, 9);
    expect(count()).toBe(before + 4);
  });
});
