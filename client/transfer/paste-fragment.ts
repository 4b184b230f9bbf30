import type { ShapeId } from "@/core/base/ids";
import { insertFragment, type Fragment } from "@/core/board/fragment";
import { centreOf, moved, unionOf, type Box } from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { formBox, formBoxOfAll } from "@/core/shapes/placed-shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../editor/editor";

/** Puts the shapes of a fragment on the board with their middle at `centre`, as one step, and selects them. */
export function pasteFragment(
  editor: Editor,
  fragment: Fragment,
  centre: BoardPoint,
): boolean {
  const drawn = fragment.filter((shape) => kindOf(shape).holds !== "group");
  const box = formBoxOfAll(drawn);
  if (editor.board.readOnly || !box) return false;
  const middle = centreOf(box);
  const by = boardPoint(
    Math.round(centre.x - middle.x),
    Math.round(centre.y - middle.y),
  );
  const boxes = boxesOfWholes(fragment);
  const present = new Set(fragment.map(({ id }) => id));
  let ids: ReadonlyMap<ShapeId, ShapeId> = new Map();
  editor.board.change("paste", (draft) => {
    ids = insertFragment(draft, fragment, {
      by,
      newId: () => editor.newShapeId(),
      parentOf: (shape) => {
        const whole = boxes.get(shape.id);
        // Frames lie in no other.
        if (!whole || kindOf(shape).holds === "frame") return undefined;
        return editor.shapes.frameAt(centreOf(moved(whole, by)))?.id;
      },
    });
  });
  editor.setTool("select");
  const tops = fragment.filter(
    ({ parent }) => parent === undefined || !present.has(parent),
  );
  editor.select(tops.flatMap(({ id }) => ids.get(id) ?? []));
  return true;
}

/** What is drawn of each shape that lies in no other of the fragment, with all that belongs to it. */
function boxesOfWholes(fragment: Fragment): ReadonlyMap<ShapeId, Box> {
  const tops = new Map<ShapeId, ShapeId>();
  const boxes = new Map<ShapeId, Box>();
  for (const shape of fragment) {
    // A parent comes before its members.
    const top = (shape.parent && tops.get(shape.parent)) ?? shape.id;
    tops.set(shape.id, top);
    if (kindOf(shape).holds === "group") continue;
    const box = formBox(shape);
    const whole = boxes.get(top);
    boxes.set(top, whole ? unionOf(whole, box) : box);
  }
  return boxes;
}
