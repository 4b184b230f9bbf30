import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { cursorFade } from "./cursor-fade";
import { CursorGlides } from "./cursor-glides";
import { CursorStamps } from "./cursor-stamps";
import { earliest } from "./earliest";
import type { Layer, LayerSurface } from "./layer";
import type { RemoteCursor, RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { toScreen, type View } from "./view";

/** A cursor this far beyond the edge shows nothing of itself and its name; CSS pixels. */
const MARGIN = 240;

/** From so many moving cursors on, nobody follows each of them: they are painted in every second frame of a usual screen. */
const CROWD = 20;
/** Who has moved so short a time ago is about to move again; milliseconds. */
const LIVELY = 150;
/** Shorter than two frames of 60 a second, so that the second of them is not missed; milliseconds. */
const CROWD_INTERVAL = 25;

/** Others' cursors, gliding from report to report. */
export function createPeopleLayer(
  { isCalm }: Pick<Scene, "isCalm">,
  presence: RemotePresence,
  clock: Clock,
  stamps = new CursorStamps(),
): Layer {
  const glides = new CursorGlides(presence);
  /** Whether it has been left to the clock when to paint next. */
  let isCrowded = false;

  function paint(
    cursor: RemoteCursor,
    surface: LayerSurface,
    view: View,
  ): number | undefined {
    const now = clock.now();
    const { alpha, changesIn } = cursorFade(now - cursor.movedAt);
    if (alpha === 0) return undefined;
    const { x, y } = toScreen(view, glides.placeOf(cursor, now, view));
    if (isSeen(x, y, view)) {
      surface.globalAlpha = alpha;
      stamps.paint(surface, view, { ...cursor, x, y });
    }
    return glides.isAtRest(cursor, now, view) ? changesIn : 0;
  }

  return {
    watch(invalidate) {
      const ends = new Disposables();
      glides.follow();
      ends.add(
        presence.subscribe(() => {
          glides.follow();
          if (glides.isEmpty) isCrowded = false;
          if (!isCrowded) invalidate();
        }),
      );
      ends.add(isCalm.subscribe(invalidate));
      return () => ends.dispose();
    },
    isEmpty: () => glides.isEmpty || isCalm.get(),
    paint(surface, view) {
      let changesIn: number | undefined;
      let lively = 0;
      for (const cursor of presence.cursors()) {
        const changes = paint(cursor, surface, view);
        if (clock.now() - cursor.movedAt < LIVELY) lively += 1;
        changesIn = earliest(changesIn, changes);
      }
      isCrowded = lively >= CROWD;
      return isCrowded ? CROWD_INTERVAL : changesIn;
    },
  };
}

const isSeen = (x: number, y: number, { width, height }: View) =>
  x > -MARGIN && y > -MARGIN && x < width + MARGIN && y < height + MARGIN;
