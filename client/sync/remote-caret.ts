import type { ShapeId } from "@/core/base/ids";

/** Where another person types. */
export interface RemoteCaret {
  readonly slot: number;
  readonly shape: ShapeId;
  /** UTF-16 units of the shape's text; the head is where they type. */
  readonly anchor: number;
  readonly head: number;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
}
