import type { ShapeId } from "@/core/base/ids";
import { boardPoint } from "@/core/geometry/point";
import { kindOf } from "@/core/shapes/shape-kinds";
import { command } from "../command";
import type { Editor } from "../editor";
import { topmostOf } from "../selection/members";
import {
  indicesOfFreed,
  reordered,
  type OrderMove,
} from "../selection/siblings";

const reorder = <const Id extends string>(
  id: Id,
  icon: string,
  keys: string,
  move: OrderMove,
) =>
  command({
    id,
    group: "arrange",
    icon,
    keys: [keys],
    isEnabled: (editor) => editor.changeableShapes().length > 0,
    apply(editor) {
      const { board, random } = editor;
      const indices = reordered(board, changeableIds(editor), move, random);
      if (indices.size === 0) return false;
      board.change("reorder", (draft) => {
        for (const [shape, index] of indices) draft.set(shape, { index });
      });
      return true;
    },
  });

/** How shapes lie on each other, and what belongs together. */
export const arrangeCommands = [
  reorder("order.front", "bring-to-front", "]", "front"),
  reorder("order.forward", "arrow-up", "Mod+]", "forward"),
  reorder("order.backward", "arrow-down", "Mod+[", "backward"),
  reorder("order.back", "send-to-back", "[", "back"),
  command({
    id: "group.group",
    group: "arrange",
    icon: "group",
    keys: ["Mod+G"],
    isEnabled: (editor) => groupable(editor).length > 1,
    apply: (editor) => group(editor, groupable(editor)),
  }),
  command({
    id: "group.ungroup",
    group: "arrange",
    icon: "ungroup",
    keys: ["Mod+Shift+G"],
    isEnabled: (editor) => selectedGroups(editor).length > 0,
    apply: (editor) => ungroup(editor, selectedGroups(editor)),
  }),
  command({
    id: "lock.toggle",
    group: "arrange",
    icon: "lock",
    keys: ["Mod+Shift+L"],
    isEnabled: ({ board, selection }) =>
      !board.readOnly && selection.get().size > 0,
    isOn: (editor) => isAllLocked(editor),
    apply(editor) {
      const { board, selection } = editor;
      const locked = !isAllLocked(editor);
      const ids = lockedTogether(editor, selection.get());
      board.change(locked ? "lock" : "unlock", (draft) => {
        for (const id of ids) draft.set(id, { locked });
      });
    },
  }),
  command({
    id: "lock.unlockAll",
    group: "arrange",
    icon: "lock-open",
    keys: [],
    isEnabled: ({ board }) =>
      !board.readOnly && board.inOrder().some(({ locked }) => locked),
    apply({ board }) {
      const locked = board.inOrder().filter((shape) => shape.locked);
      board.change("unlock", (draft) => {
        for (const { id } of locked) draft.set(id, { locked: false });
      });
    },
  }),
] as const;

const isAllLocked = (editor: Editor): boolean =>
  editor.selectedShapes().length > 0 &&
  editor.selectedShapes().every(({ locked }) => locked);

/** Of groups, the members: a lock on the group alone would let them go when it is taken apart. */
const lockedTogether = (
  { board }: Editor,
  ids: Iterable<ShapeId>,
): readonly ShapeId[] =>
  [...ids].flatMap((id) => {
    const shape = board.get(id);
    const isGroup = shape && kindOf(shape).holds === "group";
    return isGroup ? board.drawnBy(id).map((member) => member.id) : [id];
  });

/** What is selected, but for locked shapes and what lies within other selected ones. */
function changeableIds({ board, selection }: Editor): ReadonlySet<ShapeId> {
  const ids = topmostOf(board, selection.get());
  return new Set(ids.filter((id) => board.get(id)?.locked === false));
}

/** What a group could be made of: all of it with the same parent, in drawing order, and no frames. */
function groupable(editor: Editor): readonly ShapeId[] {
  const { board } = editor;
  if (board.readOnly) return [];
  const chosen = changeableIds(editor);
  const [first] = chosen;
  if (first === undefined) return [];
  const parent = board.parentOf(first)?.id;
  const siblings = board
    .childrenOf(parent)
    .filter(({ id }) => chosen.has(id))
    .filter((shape) => kindOf(shape).holds !== "frame");
  return siblings.length === chosen.size ? siblings.map(({ id }) => id) : [];
}

function group(editor: Editor, members: readonly ShapeId[]): void {
  const { board } = editor;
  const top = board.get(members.at(-1)!)!;
  const id = editor.newShapeId();
  board.change("group", (draft) => {
    draft.add({
      kind: "group",
      id,
      at: boardPoint(0, 0),
      index: top.index,
      parent: board.parentOf(top.id)?.id,
    });
    for (const member of members) draft.set(member, { parent: id });
  });
  editor.select([id]);
}

function selectedGroups({ board, selection }: Editor): readonly ShapeId[] {
  if (board.readOnly) return [];
  return [...selection.get()].filter((id) => {
    const shape = board.get(id);
    return shape && !shape.locked && kindOf(shape).holds === "group";
  });
}

function ungroup(editor: Editor, groups: readonly ShapeId[]): void {
  const { board } = editor;
  const freed = groups.flatMap((id) => board.childrenOf(id));
  const indices = indicesOfFreed(board, groups, editor.random);
  board.change("ungroup", (draft) => {
    for (const group of groups) {
      const parent = board.parentOf(group)?.id;
      for (const { id, index } of board.childrenOf(group))
        draft.set(id, { parent, index: indices.get(id) ?? index });
      draft.remove(group);
    }
  });
  editor.select(freed.map(({ id }) => id));
}
