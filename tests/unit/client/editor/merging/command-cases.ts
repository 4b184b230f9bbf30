import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import type { Draft } from "@/core/board/draft";
import { boardPoint } from "@/core/geometry/point";

const named = (name: string): ShapeId => asShapeId(name);

/** A little of everything, with a place for each command to change something. */
export function addScene(draft: Draft): void {
  const at = boardPoint;
  const size = { width: 100, height: 100 };
  const fill = "#a5d8ff";
  const square = { kind: "rectangle", size, fill } as const;
  draft.add({ ...square, id: named("rect"), at: at(0, 0), text: "rect" });
  draft.add({ kind: "note", id: named("note"), at: at(150, 30), text: "note" });
  draft.add({
    kind: "ink",
    id: named("ink"),
    at: at(90, 60),
    points: [0, 10, 40, 200].map((x) => ({ x, y: 2 * x, pressure: 0.5 })),
    hasPressure: false,
  });
  draft.add({ kind: "line", id: named("line"), at: at(900, 0) });
  draft.add({ kind: "frame", id: named("frame"), at: at(0, 1000), text: "" });
  const parent = named("frame");
  draft.add({ ...square, id: named("inside"), at: at(10, 1010), parent });
  draft.add({ kind: "group", id: named("pair"), at: at(0, 0) });
  for (const [i, name] of ["one", "two"].entries())
    draft.add({
      ...square,
      id: named(name),
      kind: "diamond",
      at: at(1000 + 150 * i, 500),
      parent: named("pair"),
    });
  draft.add({ ...square, id: named("stuck"), at: at(1500, 0), locked: true });
}

export interface CommandCase {
  /** What is selected; the note is among it, if nothing else is said. */
  readonly selects?: readonly string[];
  /** Which shape the other person works on meanwhile. */
  readonly target?: string;
  /** The keys that the command may write into records that are there already. */
  readonly writes: readonly string[];
  /** Comes before both begin. */
  readonly prepare?: (editor: Editor) => void;
  /** What takes it back, where that is not undo. */
  readonly takenBackBy?: CommandId;
}

const moves: CommandCase = { writes: ["at"] };
const sizes: CommandCase = { writes: ["at", "size", "points"] };
const turns: CommandCase = { writes: ["at", "angle"] };
const orders = (...selects: string[]): CommandCase => ({
  selects,
  target: selects[0]!,
  writes: ["index"],
});
const deletes: CommandCase = { writes: ["deleted:ada"] };
const makes: CommandCase = { writes: [] };

/** Changes nothing in the document. */
const NO_EDIT = "no edit";

/** What each command may touch. A command without an entry does not compile, and fails a test besides. */
export const COMMAND_CASES: Readonly<
  Record<CommandId, CommandCase | typeof NO_EDIT>
> = {
  "tool.select": NO_EDIT,
  "tool.hand": NO_EDIT,
  "tool.draw": NO_EDIT,
  "tool.highlighter": NO_EDIT,
  "tool.rectangle": NO_EDIT,
  "tool.ellipse": NO_EDIT,
  "tool.diamond": NO_EDIT,
  "tool.arrow": NO_EDIT,
  "tool.line": NO_EDIT,
  "tool.text": NO_EDIT,
  "tool.note": NO_EDIT,
  "tool.frame": NO_EDIT,
  "tool.eraser": NO_EDIT,
  "tool.laser": NO_EDIT,
  "tool.eyedropper": NO_EDIT,
  "tool.make": {
    selects: [],
    writes: [],
    prepare: (editor) => editor.setTool("ellipse"),
  },
  "tool.keep": NO_EDIT,

  "history.undo": {
    writes: ["at"],
    prepare: (editor) => nudgeSelection(editor),
    takenBackBy: "history.redo",
  },
  "history.redo": {
    writes: ["at"],
    prepare(editor) {
      nudgeSelection(editor);
      editor.run("history.undo");
    },
  },

  "clipboard.cut": deletes,
  "clipboard.copy": NO_EDIT,
  "clipboard.paste": {
    ...makes,
    prepare(editor) {
      editor.select(["note", "pair", "frame"].map(named));
      editor.run("clipboard.copy");
    },
  },
  "selection.duplicate": { ...makes, selects: ["note", "pair", "frame"] },

  "selection.all": NO_EDIT,
  "selection.next": NO_EDIT,
  "selection.previous": NO_EDIT,
  "selection.clear": NO_EDIT,
  "selection.editText": NO_EDIT,
  "selection.enterGroup": NO_EDIT,
  "selection.delete": deletes,

  "neighbour.right": { ...makes, selects: ["note"] },
  "neighbour.left": { ...makes, selects: ["note"] },
  "neighbour.below": { ...makes, selects: ["note"] },
  "neighbour.above": { ...makes, selects: ["note"] },

  "move.left": moves,
  "move.right": moves,
  "move.up": moves,
  "move.down": moves,
  "move.farLeft": moves,
  "move.farRight": moves,
  "move.farUp": moves,
  "move.farDown": moves,
  "size.wider": sizes,
  "size.narrower": sizes,
  "size.taller": sizes,
  "size.shorter": sizes,
  "turn.right": turns,
  "turn.left": turns,
  "flip.horizontal": { writes: ["at", "points"] },
  "flip.vertical": { writes: ["at", "points"] },

  "order.front": orders("note"),
  "order.forward": orders("note"),
  "order.backward": orders("note"),
  "order.back": orders("note"),
  "group.group": { writes: ["parent"] },
  "group.ungroup": {
    selects: ["pair"],
    target: "one",
    writes: ["parent", "deleted:ada"],
  },
  "lock.toggle": { writes: ["locked"] },
  "lock.unlockAll": { target: "stuck", writes: ["locked"] },

  "align.left": moves,
  "align.centre": moves,
  "align.right": moves,
  "align.top": moves,
  "align.middle": moves,
  "align.bottom": moves,
  "distribute.horizontally": moves,
  "distribute.vertically": moves,

  "style.copy": NO_EDIT,
  "style.paste": {
    writes: ["fill", "opacity", "font", "fontSize", "align", "stroke"],
    prepare(editor) {
      editor.board.change("scene", (draft) =>
        draft.set(named("inside"), { opacity: 0.5, fontSize: 36 }),
      );
      editor.select([named("inside")]);
      editor.run("style.copy");
    },
  },

  "camera.zoomIn": NO_EDIT,
  "camera.zoomOut": NO_EDIT,
  "camera.reset": NO_EDIT,
  "camera.fit": NO_EDIT,
  "camera.fitSelection": NO_EDIT,
  "people.stopFollowing": NO_EDIT,
  "people.say": NO_EDIT,
  "people.react": NO_EDIT,
  "people.raiseHand": NO_EDIT,
  "people.summon": NO_EDIT,
  "people.calm": NO_EDIT,
  "view.grid": NO_EDIT,
  "view.snapToGrid": NO_EDIT,
  "view.snapToShapes": NO_EDIT,
  "view.hideInterface": NO_EDIT,
  "help.palette": NO_EDIT,
  "view.lookHere": NO_EDIT,
  "help.keys": NO_EDIT,
};

function nudgeSelection(editor: Editor): void {
  editor.select(["rect", "note", "ink"].map(named));
  editor.run("move.farDown");
}
