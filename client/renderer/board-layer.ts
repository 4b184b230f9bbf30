import { Disposables } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { Layer } from "./layer";
import { paintShape } from "./paint-shape";
import type { Scene } from "./scene";
import { visibleBox } from "./view";

/** The settled board: every shape that is seen, but those that a gesture has lifted off it. */
export function createBoardLayer({ shapes, preview }: Scene): Layer {
  const liftedShapes = (): ReadonlySet<ShapeId> | undefined => {
    const shown = preview.get();
    return shown?.kind === "moving" ? shown.ids : undefined;
  };
  return {
    watch(invalidate) {
      const ends = new Disposables();
      let lifted = liftedShapes();
      ends.add(shapes.observe(invalidate));
      ends.add(
        preview.subscribe(() => {
          // While shapes are dragged they move on a layer of their own, and this one rests.
          if (liftedShapes() === lifted) return;
          lifted = liftedShapes();
          invalidate();
        }),
      );
      return () => ends.dispose();
    },
    isEmpty: () => false,
    paint(surface, view) {
      const lifted = liftedShapes();
      for (const shape of shapes.shapesIn(visibleBox(view)))
        if (!lifted?.has(shape.id)) paintShape(shape, surface, view);
      return undefined;
    },
  };
}
