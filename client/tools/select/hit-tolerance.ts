import type { Editor } from "../../editor/editor";
import type { PointerDevice, PointerInput } from "../../editor/tool-state";
import type { Shape } from "@/core/shapes/shape";

/** How far beside a shape one may point and still mean it; CSS pixels. A fingertip covers what it points at. */
export const HIT_TOLERANCE: Readonly<Record<PointerDevice, number>> = {
  mouse: 8,
  pen: 8,
  touch: 16,
};

/** The shape that a press means; locked ones are pressed through. */
export function shapeUnder(
  { camera, shapes }: Editor,
  { point, device }: Pick<PointerInput, "point" | "device">,
  isMeant: (shape: Shape) => boolean = ({ locked }) => !locked,
): Shape | undefined {
  const tolerance = HIT_TOLERANCE[device] / camera.state.get().zoom;
  return shapes.topmostAt(point, tolerance, isMeant);
}
