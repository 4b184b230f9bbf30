import { Disposables } from "@/core/base/disposable";
import { moved, overlaps } from "@/core/geometry/box";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Layer, LayerSurface } from "./layer";
import { paintShape } from "./paint-shape";
import type { RemotePresence } from "./remote-presence";
import type { Scene, ScenePreview } from "./scene";
import { StrokeShapes } from "./stroke-shapes";
import { visibleBox, type View } from "./view";

/** What is under way: others' strokes, and the shapes of this person's gesture. Lies on top of the settled board. */
export function createMovingLayer(
  { shapes, preview }: Scene,
  presence: RemotePresence,
): Layer {
  const strokes = new StrokeShapes();

  /** Others' strokes that are not on the board yet. */
  function* waitingStrokes() {
    for (const stroke of presence.strokes()) {
      if (shapes.get(stroke.shape)) continue;
      const shape = strokes.shapeOf(stroke);
      if (shape) yield shape;
    }
  }

  function paintPreview(
    shown: ScenePreview,
    surface: LayerSurface,
    view: View,
  ): void {
    if (shown.kind === "drawing") return paintShape(shown.shape, surface, view);
    const seen = visibleBox(view);
    for (const shape of shapes.inOrder(shown.ids)) {
      const bounds = moved(kindOf(shape).bounds(shape), shown.by);
      if (overlaps(bounds, seen)) paintShape(shape, surface, view, shown.by);
    }
  }

  return {
    watch(invalidate) {
      const ends = new Disposables();
      let lastShown: unknown[] = [];
      ends.add(preview.subscribe(invalidate));
      ends.add(
        presence.subscribe(() => {
          // Most of what the others do is moving their cursors, which are not shown here.
          const shown = [...waitingStrokes()];
          if (isSame(shown, lastShown)) return;
          lastShown = shown;
          invalidate();
        }),
      );
      ends.add(
        shapes.observe(() => {
          if (preview.get() || lastShown.length > 0) invalidate();
        }),
      );
      return () => ends.dispose();
    },
    isEmpty: () =>
      preview.get() === undefined && waitingStrokes().next().done === true,
    paint(surface, view) {
      for (const shape of waitingStrokes()) paintShape(shape, surface, view);
      const shown = preview.get();
      if (shown) paintPreview(shown, surface, view);
      return undefined;
    },
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, i) => item === b[i]);
