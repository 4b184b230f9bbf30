import { unreachable } from "@/core/base/assert";
import type { BoardPoint } from "@/core/geometry/point";
import type { Transform } from "@/core/geometry/transform";

/** Whether both do the same to every shape, number by number. */
export function isSameTransform(
  a: Transform,
  b: Transform | undefined,
): boolean {
  switch (a.kind) {
    case "move":
      return b?.kind === "move" && isSamePoint(a.by, b.by);
    case "turn":
      return (
        b?.kind === "turn" &&
        isSamePoint(a.about, b.about) &&
        a.angle === b.angle
      );
    case "stretch":
      return (
        b?.kind === "stretch" &&
        isSamePoint(a.about, b.about) &&
        a.angle === b.angle &&
        a.x === b.x &&
        a.y === b.y
      );
    case "handle":
      return (
        b?.kind === "handle" && a.handle === b.handle && isSamePoint(a.to, b.to)
      );
    default:
      return unreachable(a);
  }
}

const isSamePoint = (a: BoardPoint, b: BoardPoint): boolean =>
  a.x === b.x && a.y === b.y;
