import type { ShapeKind } from "../shape-kind";
import type { GroupShape } from "./group-shape";

const NOTHING = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

export const groupKind: ShapeKind<GroupShape> = {
  name: "group",
  defaultStrokeWidth: 2,
  hasText: false,
  styles: [],
  holds: "group",
  read: () => ({ kind: "group" }),
  write: () => ({}),
  box: () => NOTHING,
  reach: () => 0,
  hit: () => false,
  paint: () => {},
  stretch: () => ({}),
};
