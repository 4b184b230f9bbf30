import type { ShapeId } from "@/core/base/ids";
import { overlaps } from "@/core/geometry/box";
import type { Board } from "@/core/board/board";
import { indexBetween } from "@/core/board/order";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import type { Random } from "@/core/base/random";
import { topmostOf } from "./members";

export type OrderMove = "front" | "back" | "forward" | "backward";

/** A new index for each shape whose place among its siblings changes. */
export type NewIndices = ReadonlyMap<ShapeId, string>;

/**
 * Brings these shapes to the front or the back of those that share their parent, or one step there: past the next sibling that they overlap or,
 * where there is none, past the next one. They keep their order among themselves.
 */
export function reordered(
  board: Board,
  ids: ReadonlySet<ShapeId>,
  move: OrderMove,
  random: Random,
): NewIndices {
  const indices = new Map<ShapeId, string>();
  const byParent = new Map<ShapeId | undefined, Set<ShapeId>>();
  for (const id of topmostOf(board, ids)) {
    const parent = board.parentOf(id)?.id;
    const group = byParent.get(parent) ?? new Set();
    byParent.set(parent, group.add(id));
  }
  for (const [parent, moving] of byParent) {
    const siblings = board.childrenOf(parent).map(({ id }) => id);
    const staying = siblings.filter((id) => !moving.has(id));
    const inOrder = siblings.filter((id) => moving.has(id));
    const place = placeAmong(board, {
      siblings,
      staying,
      moving: inOrder,
      move,
    });
    const isThereAlready = siblings.every(
      (id, i) =>
        id ===
        [...staying.slice(0, place), ...inOrder, ...staying.slice(place)][i],
    );
    if (isThereAlready) continue;
    let below = board.get(staying[place - 1] ?? inOrder[0]!)?.index;
    if (place === 0) below = undefined;
    const above = board.get(staying[place] ?? inOrder[0]!)?.index;
    const ceiling = place === staying.length ? undefined : above;
    for (const id of inOrder) {
      below = indexBetween(below, ceiling, random);
      indices.set(id, below);
    }
  }
  return indices;
}

interface Siblings {
  readonly siblings: readonly ShapeId[];
  readonly staying: readonly ShapeId[];
  readonly moving: readonly ShapeId[];
  readonly move: OrderMove;
}

/** Before how many of the staying ones the moving ones come to lie. */
function placeAmong(
  board: Board,
  { siblings, staying, moving, move }: Siblings,
): number {
  if (move === "front") return staying.length;
  if (move === "back") return 0;
  const edge = move === "forward" ? moving.at(-1)! : moving[0]!;
  const edgePlace = siblings.indexOf(edge);
  const box = boxOf(board, moving);
  const isOverlapped = (id: ShapeId) => {
    const other = boxOf(board, [id]);
    return box !== undefined && other !== undefined && overlaps(box, other);
  };
  if (move === "forward") {
    const ahead = siblings.slice(edgePlace + 1);
    const next = ahead.find(isOverlapped) ?? ahead[0];
    return next === undefined ? staying.length : staying.indexOf(next) + 1;
  }
  const behind = siblings.slice(0, edgePlace).reverse();
  const next = behind.find(isOverlapped) ?? behind[0];
  return next === undefined ? 0 : staying.indexOf(next);
}

/** New indices for members of groups that are taken apart, where their own would not leave them between what lies below and above the group. */
export function indicesOfFreed(
  board: Board,
  groups: readonly ShapeId[],
  random: Random,
): NewIndices {
  const indices = new Map<ShapeId, string>();
  const takenApart = new Set(groups);
  for (const parent of new Set(groups.map((id) => board.parentOf(id)?.id))) {
    let below: string | undefined;
    const siblings = board.childrenOf(parent);
    siblings.forEach((sibling, place) => {
      if (!takenApart.has(sibling.id)) {
        below = sibling.index;
        return;
      }
      const above = siblings
        .slice(place + 1)
        .find(({ id }) => !takenApart.has(id))?.index;
      for (const { id, index } of board.childrenOf(sibling.id)) {
        const fits =
          (below === undefined || index > below) &&
          (above === undefined || index < above);
        below = fits ? index : indexBetween(below, above, random);
        if (!fits) indices.set(id, below);
      }
    });
  }
  return indices;
}

const boxOf = (board: Board, ids: readonly ShapeId[]) =>
  formBoxOfAll(ids.flatMap((id) => board.drawnBy(id)));
