import { heightOf, widthOf } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import { toBoard } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import { caretPlace, textSelection } from "@/core/shapes/text/caret-place";
import type { LayerSurface } from "./layer";
import { paintNamePill, type PillSize } from "./name-pill";
import { placeShape } from "./place-shape";
import type { RemoteCaret } from "./remote-presence";
import { inScreenPixels } from "./screen-path";
import { toScreen, type View } from "./view";

// CSS pixels.
const BAR_WIDTH = 2;
const FLAG: PillSize = { height: 18, padding: 6, fontSize: 11 };
const FLAG_GAP = 2;

const SELECTION_ALPHA = 0.25;

/** Somebody's caret in the text of a shape. */
export interface CaretPicture {
  readonly caret: RemoteCaret;
  /** The shape that it stands in, as it is seen. */
  readonly shape: Shape;
  readonly hasFlag: boolean;
}

/** Paints what somebody has selected of a text, the bar where they type, and their name above it if it has a flag. */
export function paintCaret(
  { caret, shape, hasFlag }: CaretPicture,
  surface: LayerSurface,
  view: View,
): void {
  const place = caretPlace(shape, caret.head);
  if (!place) return;
  paintTextSelection(caret, shape, surface, view);

  const { x, y, height } = place;
  const top = toScreen(view, toBoard(shape, boardPoint(x, y)));
  const bottom = toScreen(view, toBoard(shape, boardPoint(x, y + height)));
  inScreenPixels(surface, view);
  surface.globalAlpha = 1;
  surface.strokeStyle = caret.colour;
  surface.lineWidth = BAR_WIDTH;
  surface.lineCap = "butt";
  surface.beginPath();
  surface.moveTo(top.x, top.y);
  surface.lineTo(bottom.x, bottom.y);
  surface.stroke();
  if (!hasFlag) return;
  const { name, colour } = caret;
  const corner = { x: top.x, y: top.y - FLAG.height - FLAG_GAP };
  paintNamePill(surface, { ...FLAG, ...corner, name, colour });
}

function paintTextSelection(
  { anchor, head, colour }: RemoteCaret,
  shape: Shape,
  surface: LayerSurface,
  view: View,
): void {
  if (anchor === head) return;
  placeShape(shape, surface, view);
  surface.globalAlpha = SELECTION_ALPHA;
  surface.fillStyle = colour;
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
  for (const box of textSelection(shape, from, to))
    surface.fillRect(box.minX, box.minY, widthOf(box), heightOf(box));
}
