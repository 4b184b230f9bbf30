import type { ShapeId } from "@/core/base/ids";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { SettledShapes } from "./scene";

/**
 * Tells the frames that a shape under way is seen within. A frame that is under way itself counts where it is shown; a shape that
 * changes its parent on the way is seen within the new one.
 *
 * @param moving Everything that is under way.
 */
export function createPreviewFrames(
  settled: Pick<SettledShapes, "get" | "framesOf">,
  moving: readonly Shape[],
): (shape: Shape) => readonly Shape[] {
  const movingById = new Map<ShapeId, Shape>();
  for (const shape of moving) movingById.set(shape.id, shape);

  const asShown = (frame: Shape): Shape => movingById.get(frame.id) ?? frame;
  const framesRound = (id: ShapeId): readonly Shape[] =>
    settled.framesOf(id).map(asShown);

  return ({ id, parent: parentId }) => {
    if (parentId === undefined) return [];
    if (settled.get(id)?.parent === parentId) return framesRound(id);
    const parent = movingById.get(parentId) ?? settled.get(parentId);
    if (!parent) return [];
    const outer = framesRound(parentId);
    return kindOf(parent).holds === "frame" ? [parent, ...outer] : outer;
  };
}
