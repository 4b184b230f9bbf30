import { Disposables } from "@/core/base/disposable";
import { overlaps } from "@/core/geometry/box";
import { paintBox } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import type { Layer, LayerSurface } from "./layer";
import { MovingPicture } from "./moving-picture";
import type { CreatePicture } from "./offscreen-picture";
import { onlyWhenDifferent } from "./only-when-different";
import { paintShapes } from "./paint-shapes";
import { createPreviewFrames } from "./preview-frames";
import type { RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { visibleBox, type View } from "./view";

/** What is under way: the shapes of the others' gestures, and above them those of this person's. Lies on top of the settled board. */
export function createMovingLayer(
  { shapes, preview, typingIn }: Scene,
  presence: RemotePresence,
  createPicture: CreatePicture,
): Layer {
  const shown = (): readonly Shape[] => [
    ...presence.previews(),
    ...(preview.get()?.shapes ?? []),
  ];
  const picture = new MovingPicture({
    createPicture,
    settled: ({ id }) => shapes.get(id),
    paint: (originals, surface, view) =>
      paintShapes(
        {
          shapes: originals.filter((shape) =>
            overlaps(paintBox(shape), visibleBox(view)),
          ),
          framesOf: ({ id }) => shapes.framesOf(id),
          lookOf: () => undefined,
        },
        surface,
        view,
      ),
  });

  /** Whether all that clips these shapes moves with them. */
  const areTheirOwn = (moving: readonly Shape[]): boolean => {
    if (moving.every(({ parent }) => parent === undefined)) return true;
    const ids = new Set(moving.map(({ id }) => id));
    return moving.every(({ id }) =>
      shapes.framesOf(id).every((frame) => ids.has(frame.id)),
    );
  };

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
      const own = preview.get()?.shapes ?? [];
      const typedIn = typingIn.get();
      const isOnePicture = typedIn === undefined && areTheirOwn(own);
      const moving = isOnePicture ? [...presence.previews()] : shown();
      paintOneByOne(moving, surface, view);
      if (isOnePicture && !picture.show(own, surface, view))
        paintOneByOne(own, surface, view);
      return undefined;
    },
  };

  function paintOneByOne(
    moving: readonly Shape[],
    surface: LayerSurface,
    view: View,
  ): void {
    const seen = visibleBox(view);
    const typedIn = typingIn.get();
    paintShapes(
      {
        shapes: moving.filter((shape) => overlaps(paintBox(shape), seen)),
        framesOf: createPreviewFrames(shapes, shown()),
        lookOf: ({ id }: Shape) => ({ withoutText: id === typedIn }),
      },
      surface,
      view,
    );
  }
}
