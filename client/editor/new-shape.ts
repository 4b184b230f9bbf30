import { asNewShape } from "@/core/board/draft";
import { defaultShape } from "@/core/board/shape-record";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { centreOf, containsBox, type Box } from "@/core/geometry/box";
import { formBox } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "./editor";

/** A shape of this kind in the style that the person has chosen, with an id of its own; not on the board yet. */
export function draftShape(editor: Editor, kindName: string): Shape {
  const style = editor.styles.newShapeStyle(kindName);
  const shape = { ...defaultShape(kindName), ...style } as Shape;
  return { ...shape, id: editor.newShapeId() };
}

/** The draft dragged out between two points. */
export const draggedOut = (
  draft: Shape,
  from: BoardPoint,
  to: BoardPoint,
): Shape => ({ ...draft, ...kindOf(draft).dragOut!(from, to) });

/**
 * Puts a finished draft on the board as one step: into the frame that it lies in or, if it is a frame itself, with all that lies wholly in
 * it as its members.
 */
export function commitDraft(editor: Editor, draft: Shape): void {
  const { board, shapes } = editor;
  const box = formBox(draft);
  const isFrame = kindOf(draft).holds === "frame";
  const parent = isFrame ? undefined : shapes.frameAt(centreOf(box))?.id;
  const adopted = isFrame ? shapesWithin(editor, box) : [];
  board.change("create", (change) => {
    change.add({ ...asNewShape(draft), parent });
    for (const id of adopted) change.set(id, { parent: draft.id });
  });
}

/** What lies on the board itself and wholly within `box`. */
function shapesWithin({ board }: Editor, box: Box) {
  return board
    .childrenOf(undefined)
    .filter((shape) => !shape.locked && kindOf(shape).holds !== "frame")
    .filter(({ id }) => {
      const drawn = board.drawnBy(id);
      return (
        drawn.length > 0 &&
        drawn.every((shape) => containsBox(box, formBox(shape)))
      );
    })
    .map(({ id }) => id);
}

/** The size that a shape gets which was clicked and not dragged, round `centre`; board units. */
export function clickedOut(draft: Shape, centre: BoardPoint): Shape {
  const { minX, minY, maxX, maxY } = kindOf(draft).box(draft);
  const [width, height] = [maxX - minX, maxY - minY];
  return draggedOut(
    draft,
    boardPoint(centre.x - width / 2, centre.y - height / 2),
    boardPoint(centre.x + width / 2, centre.y + height / 2),
  );
}
