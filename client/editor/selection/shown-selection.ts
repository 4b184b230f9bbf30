import { remembered } from "@/core/base/remembered";
import type { Store } from "@/core/base/store";
import {
  movedFrame,
  selectionFrameOf,
  type SelectionFrame,
} from "@/core/shapes/selection-frame";
import type { Shape } from "@/core/shapes/shape";
import type { Preview } from "../preview";

/** What is selected as a gesture shows it. */
export class ShownSelection {
  /** As the preview shows them, in drawing order. The same array until it holds others. */
  readonly shapes: () => readonly Shape[];
  /** The frame round all of them; undefined for none. */
  readonly frame: () => SelectionFrame | undefined;

  /** @param drawn What is selected, as it stands on the board. */
  constructor(
    drawn: () => readonly Shape[],
    preview: Store<Preview | undefined>,
  ) {
    this.shapes = remembered(
      () => [drawn(), preview.get()?.shapes],
      () => asShown(drawn(), preview.get()?.shapes ?? []),
    );
    const settledFrame = remembered(
      () => [drawn()],
      () => selectionFrameOf(drawn()),
    );
    const areAllLifted = remembered(
      () => [drawn(), preview.get()?.lifted],
      () =>
        drawn().every(
          ({ id, locked }) => !locked && preview.get()?.lifted.has(id),
        ),
    );
    this.frame = remembered(
      () => [drawn(), preview.get()],
      () => {
        const way = preview.get()?.movedBy;
        const frame = settledFrame();
        // Where everything goes the same way nothing has to be measured.
        return way && frame && areAllLifted()
          ? movedFrame(frame, way)
          : selectionFrameOf(this.shapes());
      },
    );
  }
}

function asShown(
  drawn: readonly Shape[],
  shown: readonly Shape[],
): readonly Shape[] {
  if (drawn.length === 0 || shown.length === 0) return drawn;
  const byId = new Map(shown.map((shape) => [shape.id, shape]));
  return drawn.map((shape) => byId.get(shape.id) ?? shape);
}
