import { Disposables } from "@/core/base/disposable";
import {
  expand,
  moved,
  overlaps,
  unionOfAll,
  type Box,
} from "@/core/geometry/box";
import { paintBox, paintBoxOfAll } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import type { Layer, LayerSurface } from "./layer";
import { MovingPicture } from "./moving-picture";
import type { CreatePicture } from "./offscreen-picture";
import { onlyWhenDifferent } from "./only-when-different";
import { paintShapes } from "./paint-shapes";
import { createPreviewFrames } from "./preview-frames";
import type { RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { boxOnScreen, visibleBox, type View } from "./view";

/** What is under way: the shapes of the others' gestures, and above them those of this person's. Lies on top of the settled board. */
export function createMovingLayer(
  { shapes, preview, typingIn }: Scene,
  presence: RemotePresence,
  createPicture: CreatePicture,
): Layer {
  const own = (): readonly Shape[] => preview.get()?.shapes ?? [];
  const shown = (): readonly Shape[] => [...presence.previews(), ...own()];
  /** This person's shapes as they stand on the board, where all that happens to them is a move. */
  const originals = (): readonly Shape[] =>
    own().flatMap(({ id }) => shapes.get(id) ?? []);
  const picture = new MovingPicture({
    createPicture,
    paint: (painted, surface, view) =>
      paintShapes(
        {
          shapes: painted.filter((shape) =>
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

  const boxOfOwn = (): Box | undefined => {
    const way = preview.get()?.movedBy;
    if (!way) return paintBoxOfAll(own());
    const whole = picture.boxOf(originals());
    return whole && moved(whole, way);
  };

  return {
    watch(invalidate) {
      const ends = new Disposables();
      // Most of what the others do is moving their cursors, which are not shown here.
      const invalidateIfDifferent = onlyWhenDifferent(shown, invalidate);
      ends.add(
        preview.subscribe(() => {
          if (!preview.get()?.movedBy) picture.forget();
          invalidateIfDifferent();
        }),
      );
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
    extent(view) {
      const boxes = [paintBoxOfAll([...presence.previews()]), boxOfOwn()];
      const all = unionOfAll(boxes.filter((box) => box !== undefined));
      // The picture of many is shown on whole pixels, half of one away from where they are.
      return all && expand(boxOnScreen(view, all), 1);
    },
    paint(surface, view) {
      const way = preview.get()?.movedBy;
      const isOnePicture =
        way && typingIn.get() === undefined && areTheirOwn(own());
      const moving = isOnePicture ? [...presence.previews()] : shown();
      paintOneByOne(moving, surface, view);
      if (isOnePicture && !picture.show(originals(), way, surface, view))
        paintOneByOne(own(), surface, view);
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
