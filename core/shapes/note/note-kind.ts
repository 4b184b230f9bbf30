import { containsPoint, expand } from "../../geometry/box";
import { boxAt, type Size } from "../../geometry/size";
import { themedColour } from "../colour";
import type { Surface } from "../paint-context";
import type { ShapeKind } from "../shape-kind";
import { readSize, writeSize } from "../size-property";
import { fitText, paintCentred } from "../text/text-block";
import type { NoteShape } from "./note-shape";

const DEFAULT_FILL = "#ffec99";
const DEFAULT_SIZE: Size = { width: 200, height: 200 };

// Board units, as everything below.
const CORNER_RADIUS = 3;
const SHADOW_BLUR = 6;
const SHADOW_DROP = 3;
/** Layers of a twentieth of black, each a little larger: together they fade out. */
const SHADOW_LAYERS = 4;
const SHADOW_COLOUR = "rgba(0, 0, 0, 0.05)";
/** From the text to the edge of the paper, as a share of its width; but no more than on a note of the usual size. */
const MARGIN_SHARE = 0.08;
const FONT_SIZES = [20, 18, 16, 14, 12, 11, 10, 9, 8];

export const noteKind: ShapeKind<NoteShape> = {
  name: "note",
  defaultStrokeWidth: 2,
  hasText: true,

  read: (record) => ({
    kind: "note",
    size: readSize(record, DEFAULT_SIZE),
    fill: record.colour("fill") ?? DEFAULT_FILL,
    text: record.text(),
  }),
  write: ({ size, fill }) => ({
    size: writeSize(size, DEFAULT_SIZE),
    fill: fill === DEFAULT_FILL ? undefined : fill,
  }),

  bounds: ({ at, size }) => expand(boxAt(at, size), SHADOW_BLUR + SHADOW_DROP),

  hit: ({ at, size }, point, tolerance) =>
    containsPoint(expand(boxAt(at, size), tolerance), point),

  paint({ size, fill, text, stroke }, { surface, theme }) {
    paintShadow(surface, size);
    surface.fillStyle = themedColour(fill, theme);
    surface.beginPath();
    surface.roundRect(0, 0, size.width, size.height, CORNER_RADIUS);
    surface.fill();
    if (text === "") return;

    surface.fillStyle = themedColour(stroke, theme);
    const margin = MARGIN_SHARE * Math.min(size.width, DEFAULT_SIZE.width);
    const room = {
      width: Math.max(0, size.width - 2 * margin),
      height: Math.max(0, size.height - 2 * margin),
    };
    const layout = fitText(surface, text, room, FONT_SIZES);
    paintCentred(surface, layout, { x: 0, y: 0, ...size });
  },
};

// Painted in layers: a canvas's own blurred shadow costs far more, and not every surface has it.
function paintShadow(surface: Surface, { width, height }: Size): void {
  surface.fillStyle = SHADOW_COLOUR;
  for (let layer = 0; layer < SHADOW_LAYERS; layer++) {
    const spread = (SHADOW_BLUR * layer) / (SHADOW_LAYERS - 1) - 1;
    surface.beginPath();
    surface.roundRect(
      -spread,
      SHADOW_DROP - spread,
      width + 2 * spread,
      height + 2 * spread,
      CORNER_RADIUS + spread,
    );
    surface.fill();
  }
}
