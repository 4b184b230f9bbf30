import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { overlaps } from "@/core/geometry/box";
import { paintBox } from "@/core/shapes/placed-shape";
import { paintCaret } from "./caret-picture";
import { earliest } from "./earliest";
import type { Layer } from "./layer";
import { onlyWhenDifferent } from "./only-when-different";
import type { RemoteCaret, RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { shownShape } from "./shown-shape";
import { visibleBox } from "./view";

/** How long a caret that has moved shows whose it is; milliseconds. */
const FLAG_TIME = 2_000;

interface SeenCaret {
  readonly caret: RemoteCaret;
  readonly movedAt: number;
}

/** Where the others type. */
export function createCaretLayer(
  scene: Pick<Scene, "shapes" | "preview">,
  presence: RemotePresence,
  clock: Clock,
): Layer {
  let seen = new Map<number, SeenCaret>();

  const shapeOf = ({ shape }: RemoteCaret) =>
    shownShape(scene, shape, presence);

  const followReports = () => {
    const now = new Map<number, SeenCaret>();
    for (const caret of presence.carets()) {
      const before = seen.get(caret.slot);
      const hasMoved = !before || !isSamePlace(before.caret, caret);
      const movedAt = hasMoved ? clock.now() : before.movedAt;
      now.set(caret.slot, { caret, movedAt });
    }
    seen = now;
  };

  const whatIsSeen = () =>
    [...seen.values()].flatMap(({ caret, movedAt }) => [
      caret.slot,
      movedAt,
      caret.name,
      caret.colour,
      shapeOf(caret),
    ]);

  return {
    watch(invalidate) {
      const ends = new Disposables();
      followReports();
      const invalidateIfDifferent = onlyWhenDifferent(whatIsSeen, invalidate);
      ends.add(
        presence.subscribe(() => {
          followReports();
          invalidateIfDifferent();
        }),
      );
      ends.add(scene.shapes.observe(invalidateIfDifferent));
      ends.add(scene.preview.subscribe(invalidateIfDifferent));
      return () => ends.dispose();
    },
    isEmpty: () => seen.size === 0,
    paint(surface, view) {
      let changesIn: number | undefined;
      for (const { caret, movedAt } of seen.values()) {
        const shape = shapeOf(caret);
        if (!shape || !overlaps(paintBox(shape), visibleBox(view))) continue;
        const flagLeft = movedAt + FLAG_TIME - clock.now();
        const hasFlag = flagLeft > 0;
        paintCaret({ caret, shape, hasFlag }, surface, view);
        if (hasFlag) changesIn = earliest(changesIn, flagLeft);
      }
      return changesIn;
    },
  };
}

const isSamePlace = (a: RemoteCaret, b: RemoteCaret): boolean =>
  a.shape === b.shape && a.anchor === b.anchor && a.head === b.head;
