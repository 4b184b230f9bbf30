import type { ShapeId } from "@/core/base/ids";
import type { Box } from "@/core/geometry/box";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import type { Editor } from "../editor";

/** Shapes whose tops differ by less than this stand in one line; board units. */
const LINE_HEIGHT = 60;

export interface ReadingStop {
  readonly id: ShapeId;
  readonly box: Box;
}

/** What comes after (1) or before (-1) the selection for somebody who reads line by line; undefined at the end. */
export function nextInReadingOrder(
  editor: Editor,
  direction: 1 | -1,
): ReadingStop | undefined {
  const stops = stopsOf(editor);
  const selected = editor.selection.get();
  const from = stops.findIndex(({ id }) => selected.has(id));
  if (from === -1) return stops.at(direction === 1 ? 0 : -1);
  return stops[from + direction];
}

function stopsOf({ board, enteredGroup }: Editor): readonly ReadingStop[] {
  return board
    .childrenOf(enteredGroup.get())
    .flatMap(({ id }) => {
      const box = formBoxOfAll(board.drawnBy(id));
      return box ? [{ id, box }] : [];
    })
    .sort(
      ({ box: a }, { box: b }) =>
        lineOf(a) - lineOf(b) || a.minX - b.minX || a.minY - b.minY,
    );
}

const lineOf = ({ minY }: Box) => Math.round(minY / LINE_HEIGHT);
