import { describe, expect, it } from "vitest";
import {
  createSelectedLayer,
  type RemoteSelection,
} from "@/client/collaboration/selected-layer";
import { asShapeId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import { FakeScene } from "../renderer/fake-scene";
import { FakePresence, VIEW } from "../renderer/fakes";
import { RecordingSurface } from "../renderer/recording-surface";

function watched() {
  const scene = new FakeScene();
  const presence = new FakePresence();
  const add = (x: number) =>
    scene.add({
      kind: "rectangle",
      at: { x, y: 50 },
      size: { width: 100, height: 100 },
    });
  const shapes = [add(100), add(300)];
  const changed = new Listeners<void>();
  let selections: readonly RemoteSelection[] = [];
  const layer = createSelectedLayer({
    scene,
    presence,
    selections: () => selections,
    drawnOf: (ids) =>
      ids.flatMap((id) => scene.shapes.get(asShapeId(id)) ?? []),
    subscribe: (listener) => changed.add(listener),
  });
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const select = (...ids: string[]) => {
    selections = [{ name: "Ben", colour: "#d6336c", ids }];
    changed.emit();
  };
  const paint = (view = VIEW) => {
    const surface = new RecordingSurface();
    layer.paint(surface, view);
    const line = surface.painted.find(
      ({ call, colour }) => call === "stroke" && colour === "#d6336c",
    );
    return { line, texts: surface.texts };
  };
  const count = () => invalidations;
  return { scene, presence, shapes, layer, select, paint, count };
}

describe("what another person has selected", () => {
  it("is outlined in their colour, with their name when it is one shape", () => {
    const { shapes, layer, select, paint } = watched();
    expect(layer.isEmpty()).toBe(true);
    select(shapes[0]!);
    expect(layer.isEmpty()).toBe(false);
    const { line, texts } = paint();
    expect(line?.path[0]).toEqual([96.5, 46.5]);
    expect(texts).toEqual(["Ben"]);
    select(...shapes);
    expect(paint().texts).toEqual([]);
    expect(paint().line?.path.length).toBeGreaterThan(5);
  });

  it("is followed while somebody moves it, without the name", () => {
    const { scene, presence, shapes, select, paint, count } = watched();
    select(shapes[0]!);
    const before = count();
    const shape = scene.shapes.get(shapes[0]!)!;
    presence.preview({ ...shape, at: { x: 500, y: 50 } });
    expect(count()).toBe(before + 1);
    const { line, texts } = paint();
    expect(line?.path[0]?.[0]).toBe(496.5);
    expect(texts).toEqual([]);
  });

  it("is not painted again when nothing of it has changed", () => {
    const { presence, shapes, select, count } = watched();
    select(shapes[0]!);
    const before = count();
    presence.cursor({ at: { x: 5, y: 5 } });
    select(shapes[0]!);
    expect(count()).toBe(before);
  });

  it("may be gone already, or not be a shape at all", () => {
    const { layer, select } = watched();
    select("nothing", "");
    expect(layer.isEmpty()).toBe(true);
  });
});
