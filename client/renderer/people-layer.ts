import type { Clock } from "@/core/base/clock";
import { cursorFade } from "./cursor-fade";
import { CursorGlide } from "./cursor-glide";
import { paintCursor } from "./cursor-picture";
import { earliest } from "./earliest";
import type { Layer, LayerSurface } from "./layer";
import type { RemoteCursor, RemotePresence } from "./remote-presence";
import { inScreenPixels } from "./screen-path";
import { toScreen, type View } from "./view";

/** A cursor this far beyond the edge shows nothing of itself and its name; CSS pixels. */
const MARGIN = 240;

/** Others' cursors, gliding from report to report. */
export function createPeopleLayer(
  presence: RemotePresence,
  clock: Clock,
): Layer {
  const glides = new Map<number, CursorGlide>();

  const followReports = () => {
    const present = new Set<number>();
    for (const { slot, at, movedAt } of presence.cursors()) {
      present.add(slot);
      const glide = glides.get(slot) ?? new CursorGlide();
      glides.set(slot, glide);
      glide.report(at, movedAt);
    }
    for (const slot of glides.keys())
      if (!present.has(slot)) glides.delete(slot);
  };

  function paint(
    cursor: RemoteCursor,
    surface: LayerSurface,
    view: View,
  ): number | undefined {
    const now = clock.now();
    const { alpha, changesIn } = cursorFade(now - cursor.movedAt);
    if (alpha === 0) return undefined;
    const glide = view.reducedMotion ? undefined : glides.get(cursor.slot);
    const place = glide?.placeAt(now) ?? cursor.at;
    const { x, y } = toScreen(view, place);
    if (isSeen(x, y, view)) {
      inScreenPixels(surface, view, { x, y });
      surface.globalAlpha = alpha;
      paintCursor(surface, cursor.name, cursor.colour);
    }
    return !glide || glide.isAtRest(now) ? changesIn : 0;
  }

  return {
    watch: (invalidate) => {
      followReports();
      return presence.subscribe(() => {
        followReports();
        invalidate();
      });
    },
    isEmpty: () => glides.size === 0,
    paint(surface, view) {
      let changesIn: number | undefined;
      for (const cursor of presence.cursors())
        changesIn = earliest(changesIn, paint(cursor, surface, view));
      return changesIn;
    },
  };
}

const isSeen = (x: number, y: number, { width, height }: View) =>
  x > -MARGIN && y > -MARGIN && x < width + MARGIN && y < height + MARGIN;
