import type { ShapeKind } from "../shape-kind";
import type { LineShape } from "./line-shape";
import { readStraight, straightBehaviour } from "./straight-behaviour";

export const lineKind: ShapeKind<LineShape> = {
  name: "line",
  read: (record) => ({ kind: "line", ...readStraight(record) }),
  ...straightBehaviour({ reach: () => 0, trace: () => {} }),
};
