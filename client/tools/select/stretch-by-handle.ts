import { centreOf, heightOf, widthOf } from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { Stretch } from "@/core/geometry/transform";
import { turned } from "@/core/geometry/turn";
import {
  handlePlace,
  type ResizeHandle,
  type SelectionFrame,
} from "@/core/shapes/selection-frame";

/** A side cannot be stretched from less than this; board units. */
const MIN_SIDE = 0.01;

export interface HandlePull {
  readonly frame: SelectionFrame;
  readonly handle: ResizeHandle;
  /** Where the handle is pulled to. */
  readonly to: BoardPoint;
  readonly keepsRatio: boolean;
  /** Whether the middle stays in its place, instead of the opposite side. */
  readonly fromCentre: boolean;
}

const OPPOSITE: Readonly<Record<ResizeHandle, ResizeHandle>> = {
  nw: "se",
  n: "s",
  ne: "sw",
  e: "w",
  se: "nw",
  s: "n",
  sw: "ne",
  w: "e",
};

/** The stretch that takes a handle of a frame to a place. Pulled over the opposite side, it turns the picture over. */
export function stretchByHandle(pull: HandlePull): Stretch {
  const { frame, handle, to, fromCentre } = pull;
  const centre = centreOf(frame.box);
  const about = fromCentre ? centre : handlePlace(frame, OPPOSITE[handle]);
  // Everything as if the frame were not turned.
  const own = (point: BoardPoint) => turned(point, about, -frame.angle);
  const from = own(handlePlace(frame, handle));
  const target = own(to);
  const x = factor(about.x, from.x, target.x);
  const y = factor(about.y, from.y, target.y);
  const isFree = !pull.keepsRatio;
  const factors = isFree ? boardPoint(x ?? 1, y ?? 1) : alike(frame, x, y);
  return { kind: "stretch", about, angle: frame.angle, ...factors };
}

/** Undefined along an axis that the handle does not pull. */
function factor(about: number, from: number, to: number): number | undefined {
  const side = from - about;
  return Math.abs(side) < MIN_SIDE ? undefined : (to - about) / side;
}

/** The same factor for both axes: the larger pull decides, and each axis keeps its own direction. */
function alike(
  { box }: SelectionFrame,
  x: number | undefined,
  y: number | undefined,
): BoardPoint {
  const pullX = Math.abs(x ?? 0) * widthOf(box);
  const pullY = Math.abs(y ?? 0) * heightOf(box);
  const isWider = pullX * heightOf(box) >= pullY * widthOf(box);
  const size = Math.abs((isWider ? (x ?? y) : (y ?? x)) ?? 1);
  const sign = (f: number | undefined) => ((f ?? 1) < 0 ? -1 : 1);
  return boardPoint(size * sign(x), size * sign(y));
}
