import type { Handle } from "../../editor/selection/handle-at";
import type { ToolCursor } from "../../editor/tool-state";

/** Which way each handle pulls; degrees, clockwise from the right. */
const DIRECTION = {
  e: 0,
  se: 45,
  s: 90,
  sw: 135,
  w: 180,
  nw: 225,
  n: 270,
  ne: 315,
} as const;

const CURSORS: readonly ToolCursor[] = [
  "ew-resize",
  "nwse-resize",
  "ns-resize",
  "nesw-resize",
];

/** The pointer over a handle of a frame that is turned by `angle` (radians). */
export function cursorOfHandle(handle: Handle, angle: number): ToolCursor {
  if (handle.kind === "turn") return "grab";
  if (handle.kind === "line") return "crosshair";
  const degrees = DIRECTION[handle.handle] + (angle * 180) / Math.PI;
  const eighth = Math.round(degrees / 45);
  return CURSORS[((eighth % 4) + 4) % 4]!;
}
