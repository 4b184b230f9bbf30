import { Disposables } from "@/core/base/disposable";
import { moved, unionOf, type Box } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Layer, LayerSurface } from "./layer";
import type { Scene } from "./scene";
import { toScreen, type View } from "./view";
import { SELECTION_COLOUR } from "./sheet-colours";

/** CSS pixels, whatever the zoom. */
const FRAME_WIDTH = 1.5;
const THIN_FRAME_WIDTH = 1;
const FRAME_MARGIN = 5;
const OUTER_FRAME_MARGIN = 9;
const FRAME_RADIUS = 4;

/** What is selected: a frame round each shape, and one round them all. */
export function createOverlayLayer({
  shapes,
  selection,
  preview,
}: Scene): Layer {
  const boxes = (): Box[] => {
    const shown = preview.get();
    const lifted = shown?.kind === "moving" ? shown : undefined;
    return [...shapes.inOrder(selection.get())].map((shape) => {
      const bounds = kindOf(shape).bounds(shape);
      return lifted?.ids.has(shape.id) ? moved(bounds, lifted.by) : bounds;
    });
  };
  return {
    watch(invalidate) {
      const ends = new Disposables();
      const invalidateIfSelected = () => {
        if (selection.get().size > 0) invalidate();
      };
      ends.add(selection.subscribe(invalidate));
      ends.add(preview.subscribe(invalidateIfSelected));
      ends.add(shapes.observe(invalidateIfSelected));
      return () => ends.dispose();
    },
    isEmpty: () => selection.get().size === 0,
    paint(surface, view) {
      const { pixelRatio, theme } = view;
      surface.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
      surface.strokeStyle = SELECTION_COLOUR[theme];
      const all = boxes();
      surface.lineWidth = all.length > 1 ? THIN_FRAME_WIDTH : FRAME_WIDTH;
      for (const box of all) paintFrame(box, FRAME_MARGIN, surface, view);
      if (all.length > 1) {
        surface.lineWidth = FRAME_WIDTH;
        paintFrame(all.reduce(unionOf), OUTER_FRAME_MARGIN, surface, view);
      }
      return undefined;
    },
  };
}

function paintFrame(
  box: Box,
  margin: number,
  surface: LayerSurface,
  view: View,
): void {
  const from = toScreen(view, boardPoint(box.minX, box.minY));
  const to = toScreen(view, boardPoint(box.maxX, box.maxY));
  // On the middle of a pixel, where a thin line is sharp.
  const left = Math.round(from.x - margin) + 0.5;
  const top = Math.round(from.y - margin) + 0.5;
  const width = Math.round(to.x - from.x + 2 * margin);
  const height = Math.round(to.y - from.y + 2 * margin);
  surface.beginPath();
  surface.roundRect(left, top, width, height, FRAME_RADIUS);
  surface.stroke();
}
