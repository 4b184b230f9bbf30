import { boxBetween, expand, type Box } from "@/core/geometry/box";
import type { Guide } from "@/core/geometry/guide";
import { distance, type ScreenPoint } from "@/core/geometry/point";
import type { LayerSurface } from "./layer";
import { sharp, inScreenPixels } from "./screen-path";
import { GUIDE_COLOUR } from "./sheet-colours";
import { boxOnScreen, toScreen, type View } from "./view";

// CSS pixels.
const LINE_WIDTH = 1;
/** From the middle of a cross to the ends of its strokes, along each axis. */
const CROSS_REACH = 3;
/** Half of the bar that ends a gap. */
const BAR_REACH = 4;

/** What a guide is painted within; CSS pixels. */
export const reachOfGuide = ({ from, to }: Guide, view: View): Box =>
  expand(boxOnScreen(view, boxBetween(from, to)), BAR_REACH);

/** Paints lines that show what something snapped to: with a cross at each end, and |-| for a gap. */
export function paintGuides(
  guides: readonly Guide[],
  surface: LayerSurface,
  view: View,
): void {
  inScreenPixels(surface, view);
  surface.strokeStyle = GUIDE_COLOUR[view.theme];
  surface.lineWidth = LINE_WIDTH;
  surface.beginPath();
  for (const guide of guides) {
    const from = sharp(toScreen(view, guide.from));
    const to = sharp(toScreen(view, guide.to));
    traceLine(surface, from, to);
    if (guide.kind === "line") {
      traceCross(surface, from);
      traceCross(surface, to);
    } else traceBars(surface, from, to);
  }
  surface.stroke();
}

function traceCross(surface: LayerSurface, { x, y }: ScreenPoint): void {
  for (const reach of [CROSS_REACH, -CROSS_REACH])
    traceLine(
      surface,
      { x: x - reach, y: y - CROSS_REACH },
      { x: x + reach, y: y + CROSS_REACH },
    );
}

/** Across both ends of a gap. */
function traceBars(
  surface: LayerSurface,
  from: ScreenPoint,
  to: ScreenPoint,
): void {
  const length = distance(from, to);
  if (length === 0) return;
  const acrossX = (-(to.y - from.y) / length) * BAR_REACH;
  const acrossY = ((to.x - from.x) / length) * BAR_REACH;
  for (const { x, y } of [from, to])
    traceLine(
      surface,
      { x: x - acrossX, y: y - acrossY },
      { x: x + acrossX, y: y + acrossY },
    );
}

function traceLine(
  surface: LayerSurface,
  from: ScreenPoint,
  to: ScreenPoint,
): void {
  surface.moveTo(from.x, from.y);
  surface.lineTo(to.x, to.y);
}
