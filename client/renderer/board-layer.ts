import { Disposables } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { Layer } from "./layer";
import { onlyWhenDifferent } from "./only-when-different";
import type { ShapeLook } from "./paint-shape";
import { paintShapes } from "./paint-shapes";
import type { RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { visibleBox } from "./view";

/** How clearly a shape is seen that is about to be erased. */
const FADED: ShapeLook = { alpha: 0.3 };
const WITHOUT_TEXT: ShapeLook = { withoutText: true };
const FADED_WITHOUT_TEXT: ShapeLook = { ...FADED, ...WITHOUT_TEXT };
const NO_IDS: ReadonlySet<ShapeId> = new Set();

/** The settled board: every shape that is seen, but those that somebody's gesture has lifted off it. */
export function createBoardLayer(
  { shapes, preview, typingIn }: Scene,
  presence: RemotePresence,
): Layer {
  const ownLifted = () => someOf(preview.get()?.lifted);
  const ownFaded = () => someOf(preview.get()?.faded);
  const othersLifted = () => someOf(presence.lifted());
  const othersFaded = () => someOf(presence.faded());

  return {
    watch(invalidate) {
      const ends = new Disposables();
      // While shapes are dragged they move on a layer of their own, and this one rests.
      const invalidateIfDifferent = onlyWhenDifferent(
        () => [
          ownLifted(),
          ownFaded(),
          othersLifted(),
          othersFaded(),
          typingIn.get(),
        ],
        invalidate,
      );
      ends.add(shapes.observe(invalidate));
      ends.add(preview.subscribe(invalidateIfDifferent));
      ends.add(presence.subscribe(invalidateIfDifferent));
      ends.add(typingIn.subscribe(invalidateIfDifferent));
      return () => ends.dispose();
    },
    isEmpty: () => false,
    paint(surface, view) {
      const lifted = [ownLifted(), othersLifted()];
      const faded = [ownFaded(), othersFaded()];
      const typedIn = typingIn.get();
      const settled = function* () {
        for (const shape of shapes.shapesIn(visibleBox(view)))
          if (!holdsAny(lifted, shape.id)) yield shape;
      };
      const picture = {
        shapes: settled(),
        framesOf: ({ id }: { readonly id: ShapeId }) => shapes.framesOf(id),
        lookOf({ id }: { readonly id: ShapeId }) {
          const isFaded = holdsAny(faded, id);
          if (id === typedIn)
            return isFaded ? FADED_WITHOUT_TEXT : WITHOUT_TEXT;
          return isFaded ? FADED : undefined;
        },
      };
      paintShapes(picture, surface, view);
      return undefined;
    },
  };
}

/** No two empty sets tell a difference. */
const someOf = (ids: ReadonlySet<ShapeId> | undefined): ReadonlySet<ShapeId> =>
  ids && ids.size > 0 ? ids : NO_IDS;

const holdsAny = (
  sets: readonly ReadonlySet<ShapeId>[],
  id: ShapeId,
): boolean => sets.some((ids) => ids.has(id));
