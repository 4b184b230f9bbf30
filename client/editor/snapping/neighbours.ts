import type { ShapeId } from "@/core/base/ids";
import { areSame } from "@/core/base/remembered";
import { expand, type Box } from "@/core/geometry/box";
import { formBox } from "@/core/shapes/placed-shape";
import type { Editor } from "../editor";

/** More neighbours than these are a thicket in which everything would snap to something. */
const MAX_NEIGHBOURS = 150;

interface Found {
  /** What it depends on. */
  readonly from: readonly unknown[];
  readonly boxes: readonly Box[];
}

/** A gesture asks at every move, and the answer seldom changes meanwhile. */
const lastFound = new WeakMap<Editor, Found>();

/** The boxes of what is in view, but for the shapes in `own`. None where there are too many to tell what snapped to what. */
export function neighboursOf(
  editor: Editor,
  own: ReadonlySet<ShapeId>,
): readonly Box[] {
  const seen = expand(editor.camera.visibleBox(), 1);
  const { minX, minY, maxX, maxY } = seen;
  const from = [own, editor.shapes.revision, minX, minY, maxX, maxY];
  const last = lastFound.get(editor);
  if (last && areSame(last.from, from)) return last.boxes;
  const boxes = find(editor, seen, own);
  lastFound.set(editor, { from, boxes });
  return boxes;
}

function find(
  { shapes }: Editor,
  seen: Box,
  own: ReadonlySet<ShapeId>,
): readonly Box[] {
  const inView = shapes.shapesIn(seen);
  if (inView.length > MAX_NEIGHBOURS + own.size) return [];
  return inView.flatMap((shape) =>
    own.has(shape.id) || shape.kind === "ink" || shape.kind === "highlight"
      ? []
      : [formBox(shape)],
  );
}
