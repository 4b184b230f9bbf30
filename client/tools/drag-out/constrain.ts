import { boardPoint, type BoardPoint } from "@/core/geometry/point";

/** Lines snap to multiples of this with Shift; radians. */
const ANGLE_STEP = Math.PI / 12;

/** `to` turned about `from` to the nearest multiple of 15°. */
export function alongAngle(from: BoardPoint, to: BoardPoint): BoardPoint {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const whole = Math.round(angle / ANGLE_STEP) * ANGLE_STEP;
  return boardPoint(
    from.x + length * Math.cos(whole),
    from.y + length * Math.sin(whole),
  );
}

/** `to` moved so that the box from `from` is a square. */
export function toSquare(from: BoardPoint, to: BoardPoint): BoardPoint {
  const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  return boardPoint(
    from.x + (to.x < from.x ? -side : side),
    from.y + (to.y < from.y ? -side : side),
  );
}
