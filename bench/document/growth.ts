import * as Y from "yjs";

import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { systemClock } from "@/core/base/clock";
import { Board } from "@/core/board/board";
import type { NewShape } from "@/core/board/draft";
import { boardPoint } from "@/core/geometry/point";
import { encodeInk } from "@/core/shapes/ink/ink-codec";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import { allCommands } from "@/client/editor/commands/all-commands";
import { fragmentOfSelection } from "@/client/editor/duplicate-selection";
import { Editor } from "@/client/editor/editor";
import { tools } from "@/client/tools/tools";
import { readFragment, writeFragment } from "@/client/transfer/fragment-text";
import { pasteFragment } from "@/client/transfer/paste-fragment";
import { silentLane } from "@/core/protocol/gesture-lane";
import { printTable } from "../storage/report";

// What drawing costs the document: its bytes per stroke and point, what each command adds, and how long a board takes to open.

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

/** An editor on a board with a grid of labelled squares, all selected, between a locked one below and one above. */
function editorWith(count: number): Editor {
  const all = count + 2;
  const board = boardOf(all, all, (i) => ({
    kind: "rectangle",
    at: boardPoint((i % 5) * 137, Math.floor(i / 5) * 163 + (i % 3) * 7),
    size: { width: 100, height: 100 },
    text: `Square ${i}`,
    locked: i === 0 || i === all - 1,
  }));
  const editor = new Editor({
    board,
    tools,
    firstTool: "select",
    commands: allCommands,
    lane: silentLane,
    random,
    clock: systemClock,
  });
  const paste = () => {
    const fragment = readFragment(writeFragment(fragmentOfSelection(editor)));
    return pasteFragment(editor, fragment ?? [], boardPoint(0, 0));
  };
  const cut = () => editor.run("selection.delete");
  editor.clipboard = { copy: () => true, cut, paste };
  editor.run("selection.all");
  return editor;
}

/** What has to be done for a command to have something to do. */
const PREPARATIONS: Readonly<Record<string, readonly string[]>> = {
  "history.undo": ["move.right"],
  "history.redo": ["move.right", "history.undo"],
  "group.ungroup": ["group.group"],
  "lock.unlockAll": ["lock.toggle"],
};

/** Bytes by which the document grows, and of the updates that are sent; undefined when the command does nothing here. */
function growthBy(
  id: string,
  count: number,
): readonly [number, number] | undefined {
  const editor = editorWith(count);
  for (const step of PREPARATIONS[id] ?? []) editor.run(step);
  if (id === "style.paste") copyAnotherStyle(editor);
  const { doc } = editor.board;
  const before = Y.encodeStateAsUpdate(doc).length;
  let sent = 0;
  doc.on("update", (update: Uint8Array) => (sent += update.length));
  editor.run(id);
  const stored = Y.encodeStateAsUpdate(doc).length - before;
  editor.dispose();
  return sent > 0 ? [stored, sent] : undefined;
}

function copyAnotherStyle(editor: Editor): void {
  const selected = [...editor.selection.get()];
  editor.board.change("add", (draft) => {
    const at = boardPoint(0, -500);
    const id = draft.add({ kind: "ellipse", at, stroke: "#e03131" });
    selected.push(id);
  });
  editor.select(selected.splice(-1));
  editor.run("style.copy");
  editor.select(selected);
}

function commandRows(): (string | number)[][] {
  return allCommands.flatMap(({ id }) => {
    const [one, twenty] = [growthBy(id, 1), growthBy(id, 20)];
    const columns = [...(one ?? ["", ""]), ...(twenty ?? ["", ""])];
    return one || twenty ? [[id, ...columns]] : [];
  });
}

printTable(
  `${STROKES} strokes of ${POINTS} points. Bytes a stroke packed, stored, sent; the same a point`,
  [strokeRow(true), strokeRow(false)],
);
printTable(
  `${SHAPES} shapes. Megabytes; ms until Yjs has applied them; ms with the board's reading`,
  [openingRow("notes", note), openingRow("strokes", (i) => stroke(i, true))],
);
printTable(
  "Commands. Bytes that one adds with 1 shape selected, and sends; the same with 20",
  commandRows(),
);
