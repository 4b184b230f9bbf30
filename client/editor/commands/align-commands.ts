import {
  centreOf,
  heightOf,
  moved,
  unionOf,
  widthOf,
  type Box,
} from "@/core/geometry/box";
import type { ShapeId } from "@/core/base/ids";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import { transformed } from "@/core/shapes/transform-shape";
import { command } from "../command";
import type { Editor } from "../editor";
import { topmostOf } from "../selection/members";
import { framesAfterMove, movedShapes } from "../selection/moved-shapes";

interface Whole {
  readonly id: ShapeId;
  readonly box: Box;
}

const align = <const Id extends string>(
  id: Id,
  icon: string,
  keys: string,
  way: (box: Box, all: Box) => BoardPoint,
) =>
  command({
    id,
    group: "arrange",
    icon,
    keys: [keys],
    isEnabled: (editor) => wholes(editor).length > 1,
    apply(editor) {
      const all = wholes(editor)
        .map(({ box }) => box)
        .reduce(unionOf);
      moveEach(editor, ({ box }) => way(box, all));
    },
  });

const distribute = <const Id extends string>(
  id: Id,
  icon: string,
  axis: "x" | "y",
) =>
  command({
    id,
    group: "arrange",
    icon,
    keys: [],
    isEnabled: (editor) => wholes(editor).length > 2,
    apply(editor) {
      const ways = evenGaps(wholes(editor), axis);
      moveEach(editor, (whole) => ways.get(whole.id) ?? boardPoint(0, 0));
    },
  });

export const alignCommands = [
  align("align.left", "align-start-vertical", "Alt+A", (box, all) =>
    boardPoint(all.minX - box.minX, 0),
  ),
  align("align.centre", "align-center-vertical", "Alt+H", (box, all) =>
    boardPoint(centreOf(all).x - centreOf(box).x, 0),
  ),
  align("align.right", "align-end-vertical", "Alt+D", (box, all) =>
    boardPoint(all.maxX - box.maxX, 0),
  ),
  align("align.top", "align-start-horizontal", "Alt+W", (box, all) =>
    boardPoint(0, all.minY - box.minY),
  ),
  align("align.middle", "align-center-horizontal", "Alt+V", (box, all) =>
    boardPoint(0, centreOf(all).y - centreOf(box).y),
  ),
  align("align.bottom", "align-end-horizontal", "Alt+S", (box, all) =>
    boardPoint(0, all.maxY - box.maxY),
  ),
  distribute("distribute.horizontally", "align-horizontal-space-between", "x"),
  distribute("distribute.vertically", "align-vertical-space-between", "y"),
] as const;

/** What is aligned: each selected shape or group by itself, but for what is locked. */
function wholes({ board, selection }: Editor): readonly Whole[] {
  if (board.readOnly) return [];
  return topmostOf(board, selection.get()).flatMap((id) => {
    const shape = board.get(id);
    const drawn = board.drawnBy(id).filter(({ locked }) => !locked);
    // Of a frame its own box counts, whatever sticks out of it.
    const box = formBoxOfAll(shape?.kind === "frame" ? [shape] : drawn);
    return box && !shape?.locked ? [{ id, box }] : [];
  });
}

function moveEach(editor: Editor, wayOf: (whole: Whole) => BoardPoint): void {
  const moving = wholes(editor)
    .map((whole) => ({ ...whole, by: wayOf(whole) }))
    .filter(({ by }) => by.x !== 0 || by.y !== 0);
  const frames = framesAfterMove(
    editor,
    moving.map(({ id, box, by }) => ({ id, box: moved(box, by) })),
  );
  const moves = moving.flatMap(({ id, by }) =>
    movedShapes(editor, [id]).map((shape) => ({ shape, by })),
  );
  editor.board.change("align", (draft) => {
    for (const { shape, by } of moves)
      draft.set(shape.id, transformed(shape, { kind: "move", by }));
    for (const [id, parent] of frames) draft.set(id, { parent });
  });
}

/** How far each must move for all gaps to be alike, while the outermost stay. */
function evenGaps(
  all: readonly Whole[],
  axis: "x" | "y",
): ReadonlyMap<ShapeId, BoardPoint> {
  const startOf = ({ box }: Whole) => (axis === "x" ? box.minX : box.minY);
  const sizeOf = ({ box }: Whole) =>
    axis === "x" ? widthOf(box) : heightOf(box);
  const sorted = [...all].sort((a, b) => startOf(a) - startOf(b));
  const first = sorted[0]!;
  const last = sorted.at(-1)!;
  const taken = sorted.map(sizeOf).reduce((sum, size) => sum + size, 0);
  const span = startOf(last) + sizeOf(last) - startOf(first);
  const gap = (span - taken) / (sorted.length - 1);
  const ways = new Map<ShapeId, BoardPoint>();
  let place = startOf(first);
  for (const whole of sorted) {
    const way = place - startOf(whole);
    ways.set(whole.id, axis === "x" ? boardPoint(way, 0) : boardPoint(0, way));
    place += sizeOf(whole) + gap;
  }
  return ways;
}
