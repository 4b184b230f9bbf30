import {
  distance,
  type BoardPoint,
  type ScreenPoint,
} from "@/core/geometry/point";
import {
  frameOnScreen,
  lineHandlesOn,
  resizeHandlesOn,
  turnHandleOn,
} from "@/core/shapes/screen-handles";
import {
  handlePlace,
  type ResizeHandle,
  type SelectionFrame,
} from "@/core/shapes/selection-frame";
import type { Editor } from "../editor";
import type { PointerDevice } from "../tool-state";

/** How near to a handle one must press; CSS pixels. */
const REACH: Readonly<Record<PointerDevice, number>> = {
  mouse: 9,
  pen: 12,
  touch: 22,
};

export type Handle =
  | { readonly kind: "resize"; readonly handle: ResizeHandle }
  | { readonly kind: "turn" }
  | { readonly kind: "line"; readonly index: number };

/** The handle of a frame that a press at `screen` means. */
export function handleAt(
  { camera, hasCoarsePointer }: Editor,
  frame: SelectionFrame,
  screen: ScreenPoint,
  device: PointerDevice,
): Handle | undefined {
  const view = {
    zoom: camera.state.get().zoom,
    coarse: hasCoarsePointer.get(),
  };
  const isNear = (place: BoardPoint) =>
    distance(camera.toScreen(place), screen) <= REACH[device];
  const index = lineHandlesOn(frame).findIndex(isNear);
  if (index !== -1) return { kind: "line", index };
  const seen = frameOnScreen(frame, view);
  // Corners first: on a small frame they are what one means.
  const handle = [...resizeHandlesOn(frame, view)]
    .sort((a, b) => b.length - a.length)
    .find((at) => isNear(handlePlace(seen, at)));
  if (handle) return { kind: "resize", handle };
  const turn = turnHandleOn(frame, view);
  return turn && isNear(turn) ? { kind: "turn" } : undefined;
}
