import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { paintTrail, type TrailPoint } from "./laser-picture";
import type { Layer } from "./layer";
import { onlyWhenDifferent } from "./only-when-different";
import type { LaserTrail, RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { inScreenPixels } from "./screen-path";
import { toScreen, type View } from "./view";

/** How long a laser's light is seen; milliseconds. */
const LIFE_TIME = 1_000;

/** The laser pointers of the others, and this person's own. Moves only while some light is left. */
export function createLaserLayer(
  { laser }: Pick<Scene, "laser">,
  presence: RemotePresence,
  clock: Clock,
): Layer {
  const trails = (): readonly LaserTrail[] => {
    const own = laser.get();
    return own ? [...presence.lasers(), own] : [...presence.lasers()];
  };

  const lifeOf = (time: number): number =>
    Math.max(0, Math.min(1, 1 - (clock.now() - time) / LIFE_TIME));

  function litPart({ points }: LaserTrail, view: View): readonly TrailPoint[] {
    const lit: TrailPoint[] = [];
    // From the newest: a trail may have been growing for minutes.
    for (let i = points.length - 1; i >= 0; i--) {
      const point = points[i]!;
      const life = lifeOf(point.time);
      if (life === 0) break;
      lit.push({ ...toScreen(view, point), life });
    }
    return lit.reverse();
  }

  return {
    watch(invalidate) {
      const ends = new Disposables();
      const invalidateIfDifferent = onlyWhenDifferent(
        () => trails().map(({ points }) => points.at(-1)),
        invalidate,
      );
      ends.add(presence.subscribe(invalidateIfDifferent));
      ends.add(laser.subscribe(invalidateIfDifferent));
      return () => ends.dispose();
    },
    isEmpty: () =>
      trails().every(({ points }) => lifeOf(points.at(-1)?.time ?? 0) === 0),
    paint(surface, view) {
      inScreenPixels(surface, view);
      let isLit = false;
      for (const trail of trails()) {
        const lit = litPart(trail, view);
        if (lit.length > 0) isLit = true;
        paintTrail(lit, trail.colour, surface);
      }
      return isLit ? 0 : undefined;
    },
  };
}
