import { centreOf, expand, heightOf, widthOf } from "../geometry/box";
import { boardPoint, type BoardPoint } from "../geometry/point";
import { turned } from "../geometry/turn";
import {
  handlesOf,
  type ResizeHandle,
  type SelectionFrame,
} from "./selection-frame";

// What can be taken hold of on a selection frame, as it is seen at a zoom: for whoever paints the handles, and for whoever looks
// which one was meant. All constants are CSS pixels.

/** The side of a square handle, and the diameter of a round one. */
export const HANDLE_SIZE = 8;
/** For a finger. */
export const COARSE_HANDLE_SIZE = 14;

/** How far outside of what is selected its frame lies: on the edge itself it would hide the colour that one is choosing. */
const FRAME_GAP = 4;

/** How far beyond the middle of the top the handle stands that turns the frame. */
const TURN_HANDLE_DISTANCE = 24;
const COARSE_TURN_HANDLE_DISTANCE = 40;

/** On a side shorter than this there is no room for a handle between two others. */
const MIN_SIDE = 24;
const COARSE_MIN_SIDE = 44;

export interface HandleView {
  /** CSS pixels per board unit. */
  readonly zoom: number;
  /** Whether the handles are for a finger. */
  readonly coarse: boolean;
}

/** The frame as it is seen, a little larger than what it holds. */
export const frameOnScreen = (
  frame: SelectionFrame,
  { zoom }: Pick<HandleView, "zoom">,
): SelectionFrame => ({ ...frame, box: expand(frame.box, FRAME_GAP / zoom) });

/** The handles that a frame shows on its box. A small one has room for few. */
export function resizeHandlesOn(
  frame: SelectionFrame,
  { zoom, coarse }: HandleView,
): readonly ResizeHandle[] {
  const minSide = (coarse ? COARSE_MIN_SIDE : MIN_SIDE) / zoom;
  const isNarrow = widthOf(frame.box) < minSide;
  const isLow = heightOf(frame.box) < minSide;
  // A line of text is low, and yet it is by its sides that it becomes a paragraph.
  const isLine = frame.resizing === "text" && isLow;
  const isShown = (handle: ResizeHandle): boolean => {
    if (isNarrow && isLow) return handle === "se";
    if (isLine) return ["w", "e", "se"].includes(handle);
    if (isLow) return handle !== "w" && handle !== "e";
    return !isNarrow || (handle !== "n" && handle !== "s");
  };
  return handlesOf(frame).filter(isShown);
}

/** Where the handle that turns the frame stands on the board; undefined when it has none. */
export function turnHandleOn(
  { box, angle, lineHandles, isLocked }: SelectionFrame,
  { zoom, coarse }: HandleView,
): BoardPoint | undefined {
  // A line is turned by its ends.
  if (isLocked || lineHandles.length > 0) return undefined;
  const distance = coarse ? COARSE_TURN_HANDLE_DISTANCE : TURN_HANDLE_DISTANCE;
  const centre = centreOf(box);
  return turned(
    boardPoint(centre.x, box.minY - distance / zoom),
    centre,
    angle,
  );
}

/** The places on the board where a line can be taken hold of by itself, the start first. */
export const lineHandlesOn = ({
  lineHandles,
  isLocked,
}: SelectionFrame): readonly BoardPoint[] => (isLocked ? [] : lineHandles);
