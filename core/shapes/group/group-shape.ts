import type { ShapeBase } from "../shape";

/** Shapes that are handled as one. Nothing of it is seen but its members, which name it as their parent. */
export interface GroupShape extends ShapeBase {
  readonly kind: "group";
}
