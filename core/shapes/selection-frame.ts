import { centreOf, heightOf, moved, widthOf, type Box } from "../geometry/box";
import { boardPoint, type BoardPoint } from "../geometry/point";
import { turned } from "../geometry/turn";
import { formBoxOfAll, toBoard, unturnedBox } from "./placed-shape";
import type { Shape } from "./shape";
import { kindOf } from "./shape-kinds";

/** The frame round what is selected, on which the handles stand. */
export interface SelectionFrame {
  /** Unturned. */
  readonly box: Box;
  /** How far it is turned about its middle. */
  readonly angle: number;
  /** What its handles may do. */
  readonly resizing: "free" | "ratio" | "text" | "none";
  /** The ends of a line that is selected alone; else none. On the board. */
  readonly lineHandles: readonly BoardPoint[];
  /** Whether there is anything in it that is not locked. */
  readonly isLocked: boolean;
}

/** The eight places of handles on a box, by compass. */
export const RESIZE_HANDLES = [
  "nw",
  "n",
  "ne",
  "e",
  "se",
  "s",
  "sw",
  "w",
] as const;
export type ResizeHandle = (typeof RESIZE_HANDLES)[number];

/** The frame round these shapes; undefined for none. One shape alone has its own angle. */
export function selectionFrameOf(
  shapes: readonly Shape[],
): SelectionFrame | undefined {
  const [first, ...others] = shapes;
  if (!first) return undefined;
  const isLocked = shapes.every(({ locked }) => locked);
  if (others.length > 0) {
    const hasTurned = shapes.some(({ angle }) => angle !== 0);
    const hasText = shapes.some((shape) => kindOf(shape).resizing === "text");
    return {
      box: formBoxOfAll(shapes)!,
      angle: 0,
      // Neither letters nor what lies at an angle can be stretched in one direction alone.
      resizing: hasTurned || hasText ? "ratio" : "free",
      lineHandles: [],
      isLocked,
    };
  }
  const kind = kindOf(first);
  const handles = kind.handles?.(first) ?? [];
  return {
    box: unturnedBox(first),
    angle: first.angle,
    resizing: handles.length > 0 ? "none" : (kind.resizing ?? "free"),
    lineHandles: handles.map((point) => toBoard(first, point)),
    isLocked,
  };
}

/** The frame of shapes that have all gone the same way. */
export const movedFrame = (
  frame: SelectionFrame,
  way: BoardPoint,
): SelectionFrame => ({
  ...frame,
  box: moved(frame.box, way),
  lineHandles: frame.lineHandles.map(({ x, y }) =>
    boardPoint(x + way.x, y + way.y),
  ),
});

/** Where a handle stands on the board. */
export function handlePlace(
  { box, angle }: Pick<SelectionFrame, "box" | "angle">,
  handle: ResizeHandle,
): BoardPoint {
  const x = handle.includes("w") ? 0 : handle.includes("e") ? 1 : 0.5;
  const y = handle.includes("n") ? 0 : handle.includes("s") ? 1 : 0.5;
  const point = boardPoint(
    box.minX + x * widthOf(box),
    box.minY + y * heightOf(box),
  );
  return turned(point, centreOf(box), angle);
}

/** The handles that a frame shows. */
export function handlesOf({
  resizing,
  isLocked,
}: SelectionFrame): readonly ResizeHandle[] {
  if (isLocked || resizing === "none") return [];
  if (resizing === "free") return RESIZE_HANDLES;
  const isShown = (handle: ResizeHandle) =>
    handle.length === 2 || (resizing === "text" && "ew".includes(handle));
  return RESIZE_HANDLES.filter(isShown);
}
