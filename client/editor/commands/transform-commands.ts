import { centreOf, heightOf, widthOf } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import {
  handlePlace,
  handlesOf,
  type ResizeHandle,
  type SelectionFrame,
} from "@/core/shapes/selection-frame";
import { command } from "../command";
import type { Editor } from "../editor";
import { movedShapes } from "../selection/moved-shapes";
import { commitTransform, transformSelection } from "../transform-selection";

/** Board units. */
const NUDGE = 1;
const LARGE_NUDGE = 10;
const GROWTH = 10;
/** Radians. */
const TURN = Math.PI / 12;

const nudge = <const Id extends string>(
  id: Id,
  keys: string,
  x: number,
  y: number,
) =>
  command({
    id,
    group: "arrange",
    keys: [keys],
    isEnabled: hasMovable,
    apply: (editor) =>
      transformSelection(editor, "nudge", {
        kind: "move",
        by: boardPoint(x, y),
      }),
  });

const grow = <const Id extends string>(
  id: Id,
  keys: string,
  handle: ResizeHandle,
  by: number,
) =>
  command({
    id,
    group: "arrange",
    keys: [keys],
    isEnabled: (editor) => {
      const frame = editor.selectionFrame();
      const hasHandles = frame !== undefined && handlesOf(frame).length > 0;
      return hasHandles && !editor.board.readOnly;
    },
    apply: (editor) => stretchBy(editor, handle, by),
  });

const turn = <const Id extends string>(id: Id, keys: string, angle: number) =>
  command({
    id,
    group: "arrange",
    keys: [keys],
    isEnabled: hasMovable,
    apply(editor) {
      const frame = editor.selectionFrame();
      if (!frame) return false;
      const about = centreOf(frame.box);
      return transformSelection(editor, "turn", { kind: "turn", about, angle });
    },
  });

const flip = <const Id extends string>(
  id: Id,
  icon: string,
  keys: string,
  x: 1 | -1,
  y: 1 | -1,
) =>
  command({
    id,
    group: "arrange",
    icon,
    keys: [keys],
    isEnabled: hasMovable,
    apply(editor) {
      const frame = editor.selectionFrame();
      if (!frame) return false;
      const about = centreOf(frame.box);
      return transformSelection(editor, "flip", {
        kind: "stretch",
        about,
        angle: 0,
        x,
        y,
      });
    },
  });

/** What can be done to the place and form of the selection without a pointer. */
export const transformCommands = [
  nudge("move.left", "ArrowLeft", -NUDGE, 0),
  nudge("move.right", "ArrowRight", NUDGE, 0),
  nudge("move.up", "ArrowUp", 0, -NUDGE),
  nudge("move.down", "ArrowDown", 0, NUDGE),
  nudge("move.farLeft", "Shift+ArrowLeft", -LARGE_NUDGE, 0),
  nudge("move.farRight", "Shift+ArrowRight", LARGE_NUDGE, 0),
  nudge("move.farUp", "Shift+ArrowUp", 0, -LARGE_NUDGE),
  nudge("move.farDown", "Shift+ArrowDown", 0, LARGE_NUDGE),
  grow("size.wider", "Mod+Shift+ArrowRight", "e", GROWTH),
  grow("size.narrower", "Mod+Shift+ArrowLeft", "e", -GROWTH),
  grow("size.taller", "Mod+Shift+ArrowDown", "s", GROWTH),
  grow("size.shorter", "Mod+Shift+ArrowUp", "s", -GROWTH),
  turn("turn.right", "Alt+.", TURN),
  turn("turn.left", "Alt+,", -TURN),
  flip("flip.horizontal", "flip-horizontal-2", "Shift+H", -1, 1),
  flip("flip.vertical", "flip-vertical-2", "Shift+V", 1, -1),
] as const;

function hasMovable(editor: Editor): boolean {
  return !editor.board.readOnly && movedShapes(editor).length > 0;
}

/** Takes one edge of the selection `by` board units outwards; the other stays. What keeps its ratio grows in both directions. */
function stretchBy(editor: Editor, handle: ResizeHandle, by: number): boolean {
  const frame = editor.selectionFrame();
  if (!frame) return false;
  const isWide = handle === "e";
  const side = isWide ? widthOf(frame.box) : heightOf(frame.box);
  const factor = Math.max(1, side + by) / Math.max(1, side);
  const isFree = isFreeAt(frame, isWide);
  return commitTransform(
    editor,
    "resize",
    editor.changeableShapes().map(({ id }) => id),
    {
      kind: "stretch",
      about: handlePlace(frame, isFree ? (isWide ? "w" : "n") : "nw"),
      angle: frame.angle,
      x: isWide || !isFree ? factor : 1,
      y: !isWide || !isFree ? factor : 1,
    },
  );
}

const isFreeAt = ({ resizing }: SelectionFrame, isWide: boolean): boolean =>
  resizing === "free" || (resizing === "text" && isWide);
