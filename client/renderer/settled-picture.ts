import type { ShapeId } from "@/core/base/ids";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { Box } from "@/core/geometry/box";
import { paintBox } from "@/core/shapes/placed-shape";
import type { LayerSurface } from "./layer";
import type { ShapeLook } from "./paint-shape";
import { paintShapeByShape } from "./paint-shapes";
import type { RemotePresence } from "./remote-presence";
import type { Damage, Scene } from "./scene";
import type { View } from "./view";

/** How clearly a shape is seen that is about to be erased. */
const FADED: ShapeLook = { alpha: 0.3 };
const WITHOUT_TEXT: ShapeLook = { withoutText: true };
const FADED_WITHOUT_TEXT: ShapeLook = { ...FADED, ...WITHOUT_TEXT };

/** The settled board as it is seen: every shape but those that somebody's gesture has lifted off it. */
export interface SettledPicture {
  /** Calls `listener` after each change of the picture. */
  watch(listener: (damage: Damage) => void): Dispose;
  /** Whether it shows something otherwise than it stands on the board, and so is about to change again. */
  isInWork(): boolean;
  /** What everything lies within; undefined when there is nothing. */
  bounds(): Box | undefined;
  /** Paints what is seen within `box`, and stops after each shape. Nothing is cut off at the box. */
  paint(surface: LayerSurface, view: View, box: Box): Generator<void>;
}

/** The shapes that are shown in another way than they stand on the board. */
interface Exceptions {
  readonly lifted: ReadonlySet<ShapeId>;
  readonly faded: ReadonlySet<ShapeId>;
  readonly othersLifted: ReadonlySet<ShapeId>;
  readonly othersFaded: ReadonlySet<ShapeId>;
  readonly typedIn: ReadonlySet<ShapeId>;
}

export function createSettledPicture(
  { shapes, preview, typingIn }: Scene,
  presence: RemotePresence,
): SettledPicture {
  const readExceptions = (): Exceptions => {
    const typedIn = typingIn.get();
    return {
      lifted: preview.get()?.lifted ?? NO_IDS,
      faded: preview.get()?.faded ?? NO_IDS,
      othersLifted: presence.lifted(),
      othersFaded: presence.faded(),
      typedIn: typedIn === undefined ? NO_IDS : new Set([typedIn]),
    };
  };

  const boxesOf = (ids: Iterable<ShapeId>): Box[] =>
    [...ids].flatMap((id) => {
      const shape = shapes.get(id);
      return shape ? [paintBox(shape)] : [];
    });

  return {
    watch(listener) {
      const ends = new Disposables();
      let known = readExceptions();
      const lookAgain = () => {
        const now = readExceptions();
        const changed = differences(known, now);
        known = now;
        if (changed.size > 0) listener(boxesOf(changed));
      };
      ends.add(shapes.onDamage(listener));
      ends.add(preview.subscribe(lookAgain));
      ends.add(presence.subscribe(lookAgain));
      ends.add(typingIn.subscribe(lookAgain));
      return () => ends.dispose();
    },
    isInWork: () =>
      Object.values(readExceptions()).some(({ size }) => size > 0),
    bounds: () => shapes.bounds(),
    *paint(surface, view, box) {
      const { lifted, faded, othersLifted, othersFaded, typedIn } =
        readExceptions();
      const settled = shapes
        .shapesIn(box)
        .filter(({ id }) => !lifted.has(id) && !othersLifted.has(id));
      yield* paintShapeByShape(
        {
          shapes: settled,
          framesOf: ({ id }) => shapes.framesOf(id),
          lookOf({ id }) {
            const isFaded = faded.has(id) || othersFaded.has(id);
            if (typedIn.has(id))
              return isFaded ? FADED_WITHOUT_TEXT : WITHOUT_TEXT;
            return isFaded ? FADED : undefined;
          },
        },
        surface,
        view,
      );
    },
  };
}

const NO_IDS: ReadonlySet<ShapeId> = new Set();

/** Everything that was an exception and is none any more, or the other way round. */
function differences(before: Exceptions, after: Exceptions): Set<ShapeId> {
  const changed = new Set<ShapeId>();
  for (const key of Object.keys(before) as (keyof Exceptions)[]) {
    const [old, now] = [before[key], after[key]];
    if (old === now) continue;
    for (const id of old) if (!now.has(id)) changed.add(id);
    for (const id of now) if (!old.has(id)) changed.add(id);
  }
  return changed;
}
