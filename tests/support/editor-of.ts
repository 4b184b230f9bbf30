import { allCommands } from "@/client/editor/commands/all-commands";
import { Editor } from "@/client/editor/editor";
import type { Modifiers, PointerInput } from "@/client/editor/tool-state";
import { fragmentOfSelection } from "@/client/editor/duplicate-selection";
import { tools } from "@/client/tools/tools";
import { readFragment, writeFragment } from "@/client/transfer/fragment-text";
import { pasteFragment } from "@/client/transfer/paste-fragment";
import { boardPoint, screenPoint } from "@/core/geometry/point";
import type { BoardPerson } from "./board-person";
import { RecordingLane } from "./recording-lane";

const editors = new WeakMap<BoardPerson, Editor>();

/** The editor with which a person works on their copy of the board: a window of 1280 x 800, select in the hand, and a clipboard of its own. */
export function editorOf(person: BoardPerson): Editor {
  const known = editors.get(person);
  if (known) return known;
  const editor = new Editor({
    board: person.board,
    tools,
    firstTool: "select",
    commands: allCommands,
    lane: new RecordingLane(),
    random: person.random,
    clock: person.clock,
  });
  editor.camera.setViewport({ width: 1280, height: 800 });
  editor.clipboard = clipboardOf(editor);
  editors.set(person, editor);
  return editor;
}

/** Keeps what is copied as the text that a system's clipboard would. */
function clipboardOf(editor: Editor): NonNullable<Editor["clipboard"]> {
  let copied = "";
  const copy = () => {
    copied = writeFragment(fragmentOfSelection(editor));
    return true;
  };
  return {
    copy,
    cut: () => copy() && editor.run("selection.delete"),
    paste() {
      const fragment = readFragment(copied);
      const centre = editor.camera.toBoard(editor.camera.centre);
      return fragment ? pasteFragment(editor, fragment, centre) : false;
    },
  };
}

type Place = readonly [x: number, y: number];

/** Presses at the first place of the board, goes through the others and lifts at the last; at 100 %. */
export function dragWith(
  editor: Editor,
  places: readonly Place[],
  held: Partial<Modifiers> = {},
): void {
  const inputs = places.map((place) => inputAt(editor, place, held));
  const [first, ...rest] = inputs;
  if (!first) return;
  editor.pointerDown(first);
  for (const input of rest) editor.pointerMove(input);
  editor.pointerUp(inputs.at(-1)!);
}

function inputAt(
  { camera }: Editor,
  [x, y]: Place,
  held: Partial<Modifiers>,
): PointerInput {
  const point = boardPoint(x, y);
  const { x: sx, y: sy } = camera.toScreen(point);
  const sample = { point, screen: screenPoint(sx, sy), pressure: 0.5 };
  return {
    ...sample,
    shift: false,
    alt: false,
    mod: false,
    ...held,
    device: "mouse",
    samples: [sample],
    predicted: [],
  };
}
