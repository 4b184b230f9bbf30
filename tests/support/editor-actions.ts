import { allCommands } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { setStyle } from "@/client/editor/styles/style-subject";
import { tools } from "@/client/tools/tools";
import type { ShapeId } from "@/core/base/ids";
import { randomInteger, randomItem, type Random } from "@/core/base/random";
import { FILLS, STROKES } from "@/core/shapes/palette";
import { kindOf } from "@/core/shapes/shape-kinds";
import { dragWith, editorOf } from "./editor-of";
import type { Action } from "./test-network";

// What people do with an editor, by chance.

/** Commands by which one does not undo. */
const commands = allCommands.filter(
  ({ id, group }) =>
    group !== "tools" && group !== "help" && !id.startsWith("history."),
);

const place = (random: Random) =>
  [randomInteger(random, 60) * 20, randomInteger(random, 40) * 20] as const;

/** Some shapes and groups, which then are selected. */
function selectSome(editor: Editor, random: Random): void {
  const all = editor.board.childrenOf(undefined);
  const parent = all.length > 0 ? randomItem(random, all) : undefined;
  const isWithin = parent && kindOf(parent).holds && random.next() < 0.3;
  const choice = isWithin ? editor.board.childrenOf(parent.id) : all;
  editor.setTool("select");
  editor.select(choice.filter(() => random.next() < 0.4).map(({ id }) => id));
}

export const runCommand: Action = (person, random) => {
  const editor = editorOf(person);
  selectSome(editor, random);
  randomItem(random, commands).run(editor);
};

const made = tools.filter(({ makes }) => makes !== undefined);

/** Draws, drags out or puts down something. */
export const makeShape: Action = (person, random) => {
  const editor = editorOf(person);
  editor.setTool(randomItem(random, made).name);
  const [x, y] = place(random);
  const to = [
    x + 40 + randomInteger(random, 300),
    y + 40 + randomInteger(random, 300),
  ] as const;
  dragWith(editor, [[x, y], to], { shift: random.next() < 0.2 });
  editor.typing.stop();
};

/** Takes hold of a shape and drags it, by its middle or its corner, or copies it. */
export const dragShape: Action = (person, random) => {
  const editor = editorOf(person);
  selectSome(editor, random);
  const frame = editor.selectionFrame();
  if (!frame) return;
  const { minX, minY, maxX, maxY } = frame.box;
  const from =
    random.next() < 0.5
      ? ([maxX, maxY] as const)
      : ([(minX + maxX) / 2, (minY + maxY) / 2] as const);
  dragWith(editor, [from, place(random)], { alt: random.next() < 0.2 });
};

export const eraseAcross: Action = (person, random) => {
  const editor = editorOf(person);
  editor.setTool("eraser");
  const [x, y] = place(random);
  dragWith(editor, [
    [x, y],
    [x + 100, y + 60],
  ]);
  editor.setTool("select");
};

export const chooseStyle: Action = (person, random) => {
  const editor = editorOf(person);
  selectSome(editor, random);
  setStyle(editor, {
    stroke: randomItem(random, STROKES).hex,
    fill: randomItem(random, FILLS).hex,
    opacity: random.next(),
  });
};

export const undoOne: Action = (person) =>
  void editorOf(person).run("history.undo");
export const redoOne: Action = (person) =>
  void editorOf(person).run("history.redo");

/** The shapes that a person may write into. */
export const writable = (editor: Editor): readonly ShapeId[] =>
  editor.board
    .inOrder()
    .filter((shape) => kindOf(shape).hasText && !shape.locked)
    .map(({ id }) => id);
