import type { PointerDevice } from "../../editor/tool-state";

/** How far beside a shape one may point and still mean it; CSS pixels. A fingertip covers what it points at. */
export const HIT_TOLERANCE: Readonly<Record<PointerDevice, number>> = {
  mouse: 8,
  pen: 8,
  touch: 16,
};
