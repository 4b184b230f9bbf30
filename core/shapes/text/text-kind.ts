import { containsPoint, expand } from "../../geometry/box";
import { boxAt } from "../../geometry/size";
import { themedColour } from "../colour";
import { readSize, writeSize } from "../size-property";
import type { ShapeKind } from "../shape-kind";
import { paintFromCorner } from "./text-block";
import { LINE_HEIGHT, layoutText } from "./text-layout";
import type { TextShape } from "./text-shape";

const DEFAULT_FONT_SIZE = 20;
const MAX_FONT_SIZE = 1_000;
const DEFAULT_SIZE = { width: 100, height: DEFAULT_FONT_SIZE * LINE_HEIGHT };

export const textKind: ShapeKind<TextShape> = {
  name: "text",
  defaultStrokeWidth: 2,
  hasText: true,

  read: (record) => ({
    kind: "text",
    text: record.text(),
    fontSize: record.number("fontSize", 1, MAX_FONT_SIZE) ?? DEFAULT_FONT_SIZE,
    size: readSize(record, DEFAULT_SIZE),
  }),
  write: ({ fontSize, size }) => ({
    fontSize: fontSize === DEFAULT_FONT_SIZE ? undefined : fontSize,
    size: writeSize(size, DEFAULT_SIZE),
  }),

  bounds: ({ at, size }) => boxAt(at, size),

  hit: ({ at, size }, point, tolerance) =>
    containsPoint(expand(boxAt(at, size), tolerance), point),

  paint({ text, fontSize, size, stroke }, { surface, theme }) {
    const natural = layoutText(surface, text, fontSize, Infinity);
    // The box is what the writer's fonts made of the text; where ours run wider, it is written a little smaller.
    const scale = Math.min(
      1,
      size.width / natural.width,
      size.height / natural.height,
    );
    if (!(scale > 0)) return;
    surface.fillStyle = themedColour(stroke, theme);
    const layout =
      scale === 1
        ? natural
        : layoutText(surface, text, fontSize * scale, Infinity);
    paintFromCorner(surface, layout, 0, 0);
  },
};
