import { Disposables } from "@/core/base/disposable";
import { overlaps } from "@/core/geometry/box";
import { paintBox } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import type { Layer } from "./layer";
import { onlyWhenDifferent } from "./only-when-different";
import { paintShapes } from "./paint-shapes";
import { createPreviewFrames } from "./preview-frames";
import type { RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { visibleBox } from "./view";

/** What is under way: the shapes of the others' gestures, and above them those of this person's. Lies on top of the settled board. */
export function createMovingLayer(
  { shapes, preview, typingIn }: Scene,
  presence: RemotePresence,
): Layer {
  const shown = (): readonly Shape[] => [
    ...presence.previews(),
    ...(preview.get()?.shapes ?? []),
  ];
  return {
    watch(invalidate) {
      const ends = new Disposables();
      // Most of what the others do is moving their cursors, which are not shown here.
      const invalidateIfDifferent = onlyWhenDifferent(shown, invalidate);
      ends.add(preview.subscribe(invalidateIfDifferent));
      ends.add(presence.subscribe(invalidateIfDifferent));
      ends.add(
        shapes.observe(() => {
          // The frames of what moves may have changed.
          if (shown().some(({ parent }) => parent !== undefined)) invalidate();
        }),
      );
      ends.add(
        typingIn.subscribe(() => {
          if (shown().length > 0) invalidate();
        }),
      );
      return () => ends.dispose();
    },
    isEmpty: () => shown().length === 0,
    paint(surface, view) {
      const moving = shown();
      const seen = visibleBox(view);
      const typedIn = typingIn.get();
      const picture = {
        shapes: moving.filter((shape) => overlaps(paintBox(shape), seen)),
        framesOf: createPreviewFrames(shapes, moving),
        lookOf: ({ id }: Shape) => ({ withoutText: id === typedIn }),
      };
      paintShapes(picture, surface, view);
      return undefined;
    },
  };
}
