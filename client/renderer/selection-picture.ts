import {
  boxBetween,
  centreOf,
  expand,
  unionOfAll,
  type Box,
} from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import { boxTurned, cornersOf, turned } from "@/core/geometry/turn";
import { cornersOfShape } from "@/core/shapes/placed-shape";
import {
  COARSE_HANDLE_SIZE,
  frameOnScreen,
  HANDLE_SIZE,
  lineHandlesOn,
  resizeHandlesOn,
  turnHandleOn,
} from "@/core/shapes/screen-handles";
import {
  handlePlace,
  type SelectionFrame,
} from "@/core/shapes/selection-frame";
import type { Shape } from "@/core/shapes/shape";
import type { LayerSurface } from "./layer";
import { traceCorners, inScreenPixels } from "./screen-path";
import { HANDLE_FILL, SELECTION_COLOUR } from "./sheet-colours";
import { boxOnScreen, toScreen, type View } from "./view";

// CSS pixels, whatever the zoom.
const FRAME_WIDTH = 1.5;
const OUTLINE_WIDTH = 1;
const LOCKED_DASH = [4, 4];
const HANDLE_ROUNDING = 2;
/** From what is selected to the far side of the farthest handle, and somewhat more. */
const HANDLES_REACH = 64;

/** What is selected. */
export interface Selected {
  readonly shapes: readonly Shape[];
  readonly frame: SelectionFrame;
  /** Whether something is being done to it. It has no handles then. */
  readonly isHeld: boolean;
}

/** What the frame and its handles are painted within; CSS pixels. */
export function reachOfFrame(
  { box, angle, lineHandles }: SelectionFrame,
  view: View,
): Box {
  const upright = boxTurned(box, centreOf(box), angle);
  const all = [
    upright,
    ...lineHandles.map((place) => boxBetween(place, place)),
  ];
  return expand(boxOnScreen(view, unionOfAll(all)!), HANDLES_REACH);
}

/** Paints the outlines, the frame round them all, and what to take hold of it by. */
export function paintSelection(
  { shapes, frame, isHeld }: Selected,
  surface: LayerSurface,
  view: View,
): void {
  inScreenPixels(surface, view);
  surface.strokeStyle = SELECTION_COLOUR[view.theme];
  // Those of many would take longer to paint than what is being done to them.
  if (shapes.length > 1 && !isHeld)
    for (const shape of shapes)
      paintOutline(cornersOfShape(shape), shape.locked, surface, view);
  paintFrame(frame, surface, view);
  if (!isHeld) paintHandles(frame, surface, view);
}

/** Paints a thin line round one shape. */
export function paintOutline(
  corners: readonly BoardPoint[],
  isLocked: boolean,
  surface: LayerSurface,
  view: View,
): void {
  surface.lineWidth = OUTLINE_WIDTH;
  surface.setLineDash(isLocked ? LOCKED_DASH : []);
  surface.beginPath();
  traceCorners(surface, view, corners);
  surface.stroke();
  surface.setLineDash([]);
}

function paintFrame(
  frame: SelectionFrame,
  surface: LayerSurface,
  view: View,
): void {
  const { angle, lineHandles, isLocked } = frame;
  // A line is seen to be selected by its ends, as long as it has any to take hold of.
  if (lineHandles.length > 0 && !isLocked) return;
  const { box } = frameOnScreen(frame, view.camera);
  const centre = centreOf(box);
  const corners = cornersOf(box).map((corner) => turned(corner, centre, angle));
  surface.lineWidth = FRAME_WIDTH;
  surface.setLineDash(isLocked ? LOCKED_DASH : []);
  surface.beginPath();
  traceCorners(surface, view, corners);
  surface.stroke();
  surface.setLineDash([]);
}

function paintHandles(
  frame: SelectionFrame,
  surface: LayerSurface,
  view: View,
): void {
  const handles = { zoom: view.camera.zoom, coarse: view.coarse };
  surface.fillStyle = HANDLE_FILL[view.theme];
  surface.lineWidth = FRAME_WIDTH;
  const seen = frameOnScreen(frame, handles);
  for (const handle of resizeHandlesOn(frame, handles))
    paintHandle(handlePlace(seen, handle), frame.angle, surface, view);
  const round = [...lineHandlesOn(frame), turnHandleOn(frame, handles)];
  for (const place of round) if (place) paintRoundHandle(place, surface, view);
}

/** As turned as its frame. */
function paintHandle(
  place: BoardPoint,
  angle: number,
  surface: LayerSurface,
  view: View,
): void {
  const { pixelRatio } = view;
  const { x, y } = toScreen(view, place);
  const cos = pixelRatio * Math.cos(angle);
  const sin = pixelRatio * Math.sin(angle);
  const side = handleSize(view);
  surface.setTransform(cos, sin, -sin, cos, x * pixelRatio, y * pixelRatio);
  surface.beginPath();
  surface.roundRect(-side / 2, -side / 2, side, side, HANDLE_ROUNDING);
  surface.fill();
  surface.stroke();
}

function paintRoundHandle(
  place: BoardPoint,
  surface: LayerSurface,
  view: View,
): void {
  const radius = handleSize(view) / 2;
  inScreenPixels(surface, view, toScreen(view, place));
  surface.beginPath();
  surface.ellipse(0, 0, radius, radius, 0, 0, 2 * Math.PI);
  surface.fill();
  surface.stroke();
}

const handleSize = ({ coarse }: View): number =>
  coarse ? COARSE_HANDLE_SIZE : HANDLE_SIZE;
