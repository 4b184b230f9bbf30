import * as Y from "yjs";

import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { systemClock } from "@/core/base/clock";
import { Board } from "@/core/board/board";
import type { NewShape } from "@/core/board/draft";
import { boardPoint } from "@/core/geometry/point";
import { encodeInk } from "@/core/shapes/ink/ink-codec";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import { printTable } from "../storage/report";

// What drawing costs the document: its bytes per stroke and point, and how long a board takes to open.

const STROKES = 1_000;
const POINTS = 40;
const SHAPES = 10_000;
const SHAPES_PER_CHANGE = 100;
/** The fastest of so many runs: what is slower was the machine's other work. */
const RUNS = 5;

const random = seededRandom(1);

function openBoard(doc: Y.Doc): Board {
  const user = asUserId("bench-user-0001");
  return new Board(doc, { user, clock: systemClock, random });
}

/** Loops that wander to the right, as a hand of medium size writes them; a sample each 8 ms. */
function handwriting(): InkPoint[] {
  const height = 8 + 10 * random.next();
  return Array.from({ length: POINTS }, (_, i) => {
    const turn = i * 0.45;
    const shake = 1 + 0.1 * random.next();
    return {
      x: i * 1.6 + 5 * Math.sin(turn) * shake,
      y: height * Math.cos(turn) * shake,
      pressure: 0.5 + 0.3 * Math.sin(turn) + 0.1 * random.next(),
    };
  });
}

const stroke = (i: number, hasPressure: boolean): NewShape => ({
  kind: "ink",
  at: boardPoint((i % 40) * 100, Math.floor(i / 40) * 40),
  points: handwriting(),
  hasPressure,
});

const note = (i: number): NewShape => ({
  kind: "note",
  at: boardPoint((i % 100) * 220, Math.floor(i / 100) * 220),
  size: { width: 200, height: 200 },
  fill: "#ffec99",
  text: `Note ${i}`,
});

/** A board with `count` shapes, made so many at a time. */
function boardOf(
  count: number,
  atOnce: number,
  shape: (i: number) => NewShape,
): Board {
  const board = openBoard(new Y.Doc());
  for (let i = 0; i < count; i += atOnce) {
    board.change("add", (draft) => {
      for (let k = i; k < i + atOnce; k++) draft.add(shape(k));
    });
  }
  return board;
}

function strokeRow(hasPressure: boolean): (string | number)[] {
  const board = openBoard(new Y.Doc());
  let sent = 0;
  board.doc.on("update", (update: Uint8Array) => (sent += update.length));
  for (let i = 0; i < STROKES; i++) {
    board.change("draw", (draft) => draft.add(stroke(i, hasPressure)));
  }
  const points = handwriting();
  const packed = encodeInk({ points, hasPressure }).length;
  const stored = Y.encodeStateAsUpdate(board.doc).length;
  const perStroke = [packed, stored / STROKES, sent / STROKES];
  return [
    hasPressure ? "with pressure" : "without pressure",
    ...perStroke,
    ...perStroke.map((bytes) => bytes / POINTS),
  ];
}

/** Milliseconds of the fastest run. */
function fastest(run: () => void): number {
  let best = Infinity;
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function openingRow(
  name: string,
  shape: (i: number) => NewShape,
): (string | number)[] {
  const board = boardOf(SHAPES, SHAPES_PER_CHANGE, shape);
  const state = Y.encodeStateAsUpdate(board.doc);
  const apply = fastest(() => Y.applyUpdate(new Y.Doc(), state));
  const applyAndRead = fastest(() => {
    const doc = new Y.Doc();
    const opened = openBoard(doc);
    Y.applyUpdate(doc, state);
    opened.inOrder();
    opened.dispose();
  });
  return [name, state.length / 1e6, apply, applyAndRead];
}

printTable(
  `${STROKES} strokes of ${POINTS} points. Bytes a stroke packed, stored, sent; the same a point`,
  [strokeRow(true), strokeRow(false)],
);
printTable(
  `${SHAPES} shapes. Megabytes; ms until Yjs has applied them; ms with the board's reading`,
  [openingRow("notes", note), openingRow("strokes", (i) => stroke(i, true))],
);
