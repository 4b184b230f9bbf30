import { asShapeId, type ShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import type { NewShape } from "@/core/board/draft";
import { boardPoint } from "@/core/geometry/point";
import { FILLS, STROKES, STROKE_WIDTHS } from "@/core/shapes/palette";
import {
  ALIGNS,
  DASHES,
  FILL_STYLES,
  FONT_SIZES,
  RADII,
} from "@/core/shapes/style";
import { FONT_NAMES } from "@/core/shapes/text/fonts";
import { handwriting } from "./board-shapes";

/** A shape before it has its place in the row. */
type Cell = (x: number, y: number) => NewShape | readonly NewShape[];

/** Board units from one shape to the next, and from one row to the next. */
const COLUMN = 180;
const ROW = 150;
const SIZE = { width: 140, height: 100 };
/** How far handwriting and lines begin below the top of their cell. */
const BASELINE = 50;

const CLOSED = ["rectangle", "ellipse", "diamond"] as const;

const SENTENCES = {
  english: "The quick brown fox jumps over the lazy dog",
  chinese: "你好，世界。白板上的文字会自动换行。",
  japanese: "「こんにちは」と言って、手を振った。",
  korean: "안녕하세요 세계, 함께 그려요",
  hebrew: "שלום עולם, מציירים יחד",
  arabic: "مرحبا بالعالم، نرسم معا",
  mixed: "Board 白板 לוח 🎨 2026",
} as const;

/** Every kind of shape in every style, in one row for each question, at the board's origin. Good for either theme. */
export function referenceBoard(): readonly NewShape[] {
  const rows = [
    ...CLOSED.map(closedRow),
    fillRow(),
    lineRow("line"),
    lineRow("arrow"),
    inkRow("ink"),
    inkRow("highlight"),
    noteRow(),
    fontRow(),
    alignRow(),
    scriptRow(),
    turnedRow(),
    opacityRow(),
    frameRow(),
  ];
  return rows.flatMap((row, i) =>
    row.flatMap((cell, j) => cell(j * COLUMN, i * ROW)),
  );
}

/** Dashes by stroke widths. */
const closedRow = (kind: (typeof CLOSED)[number]): readonly Cell[] =>
  DASHES.flatMap((dash, i) =>
    STROKE_WIDTHS.map((strokeWidth, j): Cell => (x, y) => ({
      kind,
      at: { x, y },
      size: SIZE,
      dash,
      strokeWidth,
      stroke: STROKES[i]!.hex,
      ...(j === 1 && { text: `${dash} ${strokeWidth}` }),
    })),
  );

/** Fill styles by kinds, in all fill colours, and the corners. */
const fillRow = (): readonly Cell[] => [
  ...CLOSED.flatMap((kind, i) =>
    FILL_STYLES.map((fillStyle, j): Cell => (x, y) => ({
      kind,
      at: { x, y },
      size: SIZE,
      fillStyle,
      fill: FILLS[(i + j) % FILLS.length]!.hex,
      text: fillStyle,
    })),
  ),
  ...RADII.map((radius): Cell => (x, y) => ({
    kind: "rectangle",
    at: { x, y },
    size: SIZE,
    radius,
    fill: "#ffffff",
    text: `radius ${radius}`,
  })),
];

const lineRow = (kind: "line" | "arrow"): readonly Cell[] =>
  DASHES.flatMap((dash) =>
    STROKE_WIDTHS.map((strokeWidth, j): Cell => (x, y) => ({
      kind,
      at: { x, y: y + BASELINE },
      tip: boardPoint(SIZE.width, (j - 1) * BASELINE),
      dash,
      strokeWidth,
      stroke: STROKES[j]!.hex,
    })),
  );

/** Colours and widths, with a pen's pressure and without, and a dot. */
const inkRow = (kind: "ink" | "highlight"): readonly Cell[] => [
  ...STROKES.map(({ hex }, i): Cell => (x, y) => ({
    kind,
    at: { x, y: y + BASELINE },
    points: handwriting(seededRandom(i), 70),
    hasPressure: i % 2 === 0,
    stroke: hex,
    strokeWidth: STROKE_WIDTHS[i % STROKE_WIDTHS.length]!,
  })),
  (x, y) => ({
    kind,
    at: { x: x + BASELINE, y: y + BASELINE },
    points: [{ x: 0, y: 0, pressure: 0.5 }],
    hasPressure: false,
    strokeWidth: 4,
  }),
];

const noteRow = (): readonly Cell[] =>
  FILLS.map(({ hex }, i): Cell => (x, y) => ({
    kind: "note",
    at: { x, y },
    size: { width: 120, height: 120 },
    fill: hex,
    align: ALIGNS[i % ALIGNS.length]!,
    font: FONT_NAMES[i % FONT_NAMES.length]!,
    text: SENTENCES.english.repeat(i),
  }));

const fontRow = (): readonly Cell[] =>
  FONT_NAMES.flatMap((font) =>
    FONT_SIZES.map((fontSize): Cell => (x, y) => ({
      kind: "text",
      at: { x, y },
      font,
      fontSize,
      text: `${font}\n${fontSize}`,
    })),
  );

const alignRow = (): readonly Cell[] =>
  ALIGNS.flatMap((align) =>
    [SENTENCES.english, SENTENCES.hebrew].map((text): Cell => (x, y) => ({
      kind: "text",
      at: { x, y },
      fontSize: 16,
      align,
      wrap: SIZE.width,
      text,
    })),
  );

const scriptRow = (): readonly Cell[] =>
  Object.values(SENTENCES).map(
    (text, i): Cell =>
      (x, y) =>
        i % 2 === 0
          ? { kind: "text", at: { x, y }, wrap: SIZE.width, fontSize: 16, text }
          : { kind: "rectangle", at: { x, y }, size: SIZE, text },
  );

/** One of each, turned a little more each time. */
const turnedRow = (): readonly Cell[] => {
  const cells: readonly Cell[] = [
    (x, y) => ({
      kind: "rectangle",
      at: { x, y },
      size: SIZE,
      fill: "#b2f2bb",
      fillStyle: "hatch",
      text: "turned",
    }),
    (x, y) => ({ kind: "ellipse", at: { x, y }, size: SIZE, text: "turned" }),
    (x, y) => ({
      kind: "note",
      at: { x, y },
      size: { width: 120, height: 120 },
      text: "turned",
    }),
    (x, y) => ({ kind: "text", at: { x, y }, text: "turned\ntext" }),
    (x, y) => ({
      kind: "ink",
      at: { x, y: y + BASELINE },
      points: handwriting(seededRandom(9), 70),
      hasPressure: true,
    }),
    (x, y) => ({
      kind: "arrow",
      at: { x, y: y + BASELINE },
      tip: boardPoint(SIZE.width, 0),
    }),
  ];
  return cells.map((cell, i) => (x, y) => {
    const shape = cell(x, y) as NewShape;
    return { ...shape, angle: (i + 1) * 0.5 };
  });
};

/** What lies below shines through, once for each shape. */
const opacityRow = (): readonly Cell[] =>
  [1, 0.7, 0.4, 0.1].map((opacity): Cell => (x, y) => [
    { kind: "line", at: { x, y }, tip: boardPoint(SIZE.width, SIZE.height) },
    {
      kind: "rectangle",
      at: { x, y },
      size: SIZE,
      fill: "#ffc9c9",
      opacity,
      text: `${opacity * 100} %`,
    },
  ]);

/** Frames with members that reach beyond them: along the board, turned, one in another, and with a group. */
const frameRow = (): readonly Cell[] => [
  (x, y) => [frame("plain", x, y), member("plain", x + 80, y + 40)],
  (x, y) => [
    { ...frame("turned", x, y), angle: 0.4 },
    member("turned", x + 80, y + 40),
  ],
  (x, y) => [
    frame("outer", x, y),
    { ...frame("inner", x + 60, y + 40), parent: idOf("outer") },
    member("inner", x + 90, y + 60),
  ],
  (x, y) => [
    frame("grouping", x, y),
    {
      kind: "group",
      id: idOf("group"),
      at: { x: 0, y: 0 },
      parent: idOf("grouping"),
    },
    member("group", x + 80, y - 40),
    member("group", x - 60, y + 60),
  ],
  (x, y) => ({
    ...frame("narrow", x, y),
    size: { width: 70, height: 100 },
    text: "A title that is longer than the frame",
  }),
];

const idOf = (name: string): ShapeId => asShapeId(`reference-${name}`);

const frame = (name: string, x: number, y: number) =>
  ({
    kind: "frame",
    id: idOf(name),
    at: { x, y },
    size: { width: SIZE.width, height: SIZE.height },
    text: name,
  }) as const satisfies NewShape;

const member = (parent: string, x: number, y: number): NewShape => ({
  kind: "rectangle",
  at: { x, y },
  size: SIZE,
  fill: "#a5d8ff",
  text: "member",
  parent: idOf(parent),
});
