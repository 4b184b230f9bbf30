import { boardPoint } from "../../geometry/point";
import { boxAt, type Size } from "../../geometry/size";
import { distanceToBoxEdge } from "../../geometry/segment";
import { dragOutBox, stretchSize } from "../box-form";
import type { PaintContext, Theme } from "../paint-context";
import type { ShapeKind } from "../shape-kind";
import { readSize, writeSize } from "../size-property";
import { paintPlaced } from "../text/placed-text";
import { layoutText } from "../text/text-layout";
import type { FrameShape } from "./frame-shape";

const DEFAULT_SIZE: Size = { width: 480, height: 320 };
const ORIGIN = boardPoint(0, 0);

// Board units.
const CORNER_RADIUS = 6;
const BORDER_WIDTH = 1.5;
const TITLE_SIZE = 15;
const TITLE_HEIGHT = 22;
const TITLE_GAP = 4;
/** Pressing beside a short title must not miss it. */
const MIN_TITLE_WIDTH = 60;

/** Frames belong to the paper and not to what is drawn on it: they have the colours of the theme. */
const BORDER_COLOUR: Readonly<Record<Theme, string>> = {
  light: "#a9aca6",
  dark: "#5c6468",
};
const TITLE_COLOUR = "#5a625e";

export const frameKind: ShapeKind<FrameShape> = {
  name: "frame",
  defaultStrokeWidth: BORDER_WIDTH,
  hasText: true,
  styles: [],
  holds: "frame",

  read: (record) => ({
    kind: "frame",
    size: readSize(record, DEFAULT_SIZE),
    text: record.text(),
  }),
  write: ({ size }) => ({ size: writeSize(size, DEFAULT_SIZE) }),

  box: ({ size }) => boxAt(ORIGIN, size),
  reach: ({ size }) =>
    Math.max(TITLE_GAP + TITLE_HEIGHT, MIN_TITLE_WIDTH - size.width),

  // Within it one presses on what it holds.
  hit({ size, text }, { x, y }, tolerance) {
    const edge = distanceToBoxEdge({ x, y }, boxAt(ORIGIN, size));
    if (edge <= BORDER_WIDTH / 2 + tolerance) return true;
    const isBesideTitle = y < 0 && y > -TITLE_GAP - TITLE_HEIGHT;
    return isBesideTitle && x >= 0 && x <= titleWidth(text, size);
  },

  paint(shape, context) {
    const { surface, theme, scale } = context;
    const { width, height } = shape.size;
    surface.strokeStyle = BORDER_COLOUR[theme];
    // Never thinner than a pixel: from far away a frame is what one finds one's way by.
    surface.lineWidth = Math.max(BORDER_WIDTH, 1 / scale);
    surface.beginPath();
    surface.roundRect(0, 0, width, height, CORNER_RADIUS);
    surface.stroke();
    if (shape.text !== "") paintTitle(shape, context);
  },

  traceClip({ size }, { surface }) {
    surface.roundRect(0, 0, size.width, size.height, CORNER_RADIUS);
  },

  stretch: stretchSize,
  dragOut: dragOutBox,

  textPlace: ({ size }) => ({
    box: {
      minX: 2,
      minY: -TITLE_GAP - TITLE_HEIGHT,
      maxX: Math.max(MIN_TITLE_WIDTH, size.width),
      maxY: -TITLE_GAP,
    },
    font: "sans",
    fontSize: TITLE_SIZE,
    align: "start",
    vertical: "center",
    isCut: false,
    maxWidth: Infinity,
    colour: TITLE_COLOUR,
  }),
};

/** Of a long title only what stands above the frame. */
function paintTitle(shape: FrameShape, context: PaintContext): void {
  const { surface } = context;
  const place = frameKind.textPlace!(shape);
  const { minX, minY, maxX, maxY } = place.box;
  surface.save();
  surface.beginPath();
  surface.rect(minX, minY, maxX - minX, maxY - minY);
  surface.clip();
  paintPlaced(context, shape.text, place);
  surface.restore();
}

function titleWidth(text: string, { width }: Size): number {
  const layout = layoutText({
    text,
    font: "sans",
    fontSize: TITLE_SIZE,
    maxWidth: Infinity,
  });
  return Math.max(MIN_TITLE_WIDTH, Math.min(layout.width, width));
}
