import { describe, expect, it } from "vitest";
import type { ShapeId } from "@/core/base/ids";
import type { Draft } from "@/core/board/draft";
import { asShapeId } from "@/core/base/ids";
import { TestEditor } from "../../../support/test-editor";

interface GestureCase {
  /** Begins it on the shape `id`, a square from 400, 300 to 500, 400 or a line across it. */
  readonly begin: (ada: TestEditor, id: ShapeId) => void;
  readonly state: string;
  readonly isLine?: boolean;
  /** What the shape has of it once it is done. */
  readonly outcome?: object;
}

const GESTURES: Readonly<Record<string, GestureCase>> = {
  "a move": {
    begin: (ada) => ada.select().pointerDown(450, 350).pointerMove(450, 450),
    state: "select.dragging",
  },
  "a copy": {
    begin: (ada) =>
      ada
        .select()
        .pointerDown(450, 350, { alt: true })
        .pointerMove(450, 450, { alt: true }),
    state: "select.dragging",
  },
  "a resize": {
    begin: (ada, id) =>
      ada.select(id).pointerDown(500, 400).pointerMove(550, 450),
    state: "select.resizing",
  },
  "a turn": {
    begin: (ada, id) =>
      ada.select(id).pointerDown(450, 276).pointerMove(600, 350),
    state: "select.turning",
  },
  "the way of a line's end": {
    begin: (ada, id) =>
      ada.select(id).pointerDown(500, 400).pointerMove(600, 420),
    state: "select.moving-end",
    isLine: true,
  },
  "a marquee": {
    begin: (ada) => ada.select().pointerDown(300, 200).pointerMove(600, 600),
    state: "select.brushing",
  },
  "an erasure": {
    begin(ada) {
      ada.editor.setTool("eraser");
      ada.pointerDown(450, 350).pointerMove(460, 360);
    },
    state: "eraser.erasing",
  },
  "a stroke": {
    begin(ada) {
      ada.editor.setTool("draw");
      ada.pointerDown(450, 350).pointerMove(700, 360);
    },
    state: "draw.drawing",
  },
  "a new shape": {
    begin(ada) {
      ada.editor.setTool("ellipse");
      ada.pointerDown(450, 350).pointerMove(700, 560);
    },
    state: "ellipse.dragging",
  },
  "a new note": {
    begin(ada) {
      ada.editor.setTool("note");
      ada.pointerDown(450, 350).pointerMove(700, 560);
    },
    state: "note.placing",
  },
};

function started({ begin, isLine, state }: GestureCase) {
  const ada = new TestEditor();
  const id = isLine
    ? ada.add({
        kind: "line",
        at: { x: 400, y: 300 },
        tip: { x: 100, y: 100 },
      })
    : ada.addSquare(400, 300);
  ada.board.change("size", (draft) => draft.set(id, { opacity: 0.9 }));
  const before = ada.board.get(id)!;
  const depth = ada.board.history.depth;
  begin(ada, id);
  ada.expectToBeIn(state);
  return { ada, id, before, depth };
}

const GROUP = asShapeId("others-group");

/** What somebody else does to the shape while the gesture is under way. */
const MEANWHILE: Readonly<Record<string, (draft: Draft, id: ShapeId) => void>> =
  {
    deletes: (draft, id) => draft.remove(id),
    locks: (draft, id) => draft.set(id, { locked: true }),
    moves: (draft, id) => draft.set(id, { at: { x: 40, y: 30 } }),
    regroups(draft, id) {
      draft.add({ kind: "group", id: GROUP, at: { x: 0, y: 0 } });
      draft.set(id, { parent: GROUP });
    },
  };

/** How a gesture is given up. */
const ENDS: Readonly<Record<string, (ada: TestEditor) => void>> = {
  Escape: (ada) => ada.key("Escape"),
  "the loss of the pointer": (ada) => ada.pointers.cancel(1),
  "another tool": (ada) => ada.editor.setTool("hand"),
  "leaving the window": (ada) => ada.pointers.cancelAll(),
  "the end of the editor": (ada) => ada.editor.dispose(),
};

describe.each(Object.entries(GESTURES))("%s", (_, gesture) => {
  it.each(Object.entries(ENDS))("leaves nothing behind after %s", (_, end) => {
    const { ada, id, before, depth } = started(gesture);
    end(ada);
    ada.expectNothingUnderWay();
    expect(ada.board.get(id)).toBe(before);
    expect(ada.board.size).toBe(1);
    expect(ada.board.history.depth).toBe(depth);
  });

  it.each(Object.entries(MEANWHILE))(
    "goes on while somebody %s the shape, and leaves them their way",
    (how, act) => {
      const { ada, id } = started(gesture);
      ada.byOther((draft) => act(draft, id));
      ada.pointerMove(620, 480).pointerUp();
      ada.editor.typing.stop();
      ada.expectNothingUnderWay();

      const shape = ada.board.get(id);
      if (how === "deletes") expect(shape).toBeUndefined();
      if (how === "locks") expect(shape).toMatchObject({ locked: true });
      if (shape && how === "regroups") expect(shape.parent).toBe(GROUP);
      while (ada.editor.run("history.undo"));
      const rest = ada.board.get(id);
      if (how === "moves") expect(rest?.at).toEqual({ x: 40, y: 30 });
      if (how === "deletes") expect(rest).toBeUndefined();
      if (how === "locks") expect(rest).toMatchObject({ locked: true });
      if (how === "regroups") expect(rest).toMatchObject({ parent: GROUP });
    },
  );
});

describe("a finger's gesture", () => {
  it.each(["select", "draw", "ellipse", "eraser", "note", "laser"])(
    "with the tool %s leaves nothing when a second finger comes",
    (tool) => {
      const ada = new TestEditor();
      const id = ada.addSquare(400, 300);
      const before = ada.board.get(id);
      ada.editor.setTool(tool);
      ada.pointerDown(450, 350, { id: 1, device: "touch" });
      ada.pointerMove(480, 380, { id: 1, device: "touch" });
      ada.pointerDown(600, 350, { id: 2, device: "touch" });
      ada.expectNothingUnderWay();
      ada.pointerUp({ id: 1 }).pointerUp({ id: 2 });
      expect(ada.board.get(id)).toBe(before);
      expect(ada.board.size).toBe(1);
    },
  );
});

describe("a shape that somebody locks while it is moved", () => {
  it("stays, while the others that are selected go on", () => {
    const ada = new TestEditor();
    const [one, two] = [ada.addSquare(0, 0), ada.addSquare(0, 300)];
    ada.select(one, two).pointerDown(50, 50, { mod: true });
    ada.pointerMove(250, 50, { mod: true });
    ada.byOther((draft) => draft.set(one, { locked: true }));
    ada.pointerUp();
    expect(ada.board.get(one)?.at).toEqual({ x: 0, y: 0 });
    expect(ada.board.get(two)?.at).toEqual({ x: 200, y: 300 });
  });
});

describe("typing", () => {
  function typing() {
    const ada = new TestEditor();
    const id = ada.addSquare(400, 300);
    ada.editor.typing.start(id);
    ada.editor.typing.edit({ from: 0, to: 0, insert: "mine" });
    return { ada, id };
  }
  const textOf = ({ board }: TestEditor, id: ShapeId) =>
    (board.get(id) as { readonly text?: string } | undefined)?.text;

  it.each(["deletes", "locks"])("ends when somebody %s the shape", (how) => {
    const { ada, id } = typing();
    ada.byOther((draft) => MEANWHILE[how]!(draft, id));
    expect(ada.editor.typingIn.get()).toBeUndefined();
    ada.editor.typing.edit({ from: 0, to: 0, insert: "late" });
    ada.byOther((draft) => {
      draft.restore(id);
      draft.set(id, { locked: false });
    });
    expect(textOf(ada, id)).toBe("mine");
    expect(ada.clock.pending).toBe(0);
    ada.expectNothingUnderWay();
  });

  it.each(["moves", "regroups"])("goes on when somebody %s it", (how) => {
    const { ada, id } = typing();
    ada.byOther((draft) => MEANWHILE[how]!(draft, id));
    ada.editor.typing.edit({ from: 4, to: 4, insert: "!" });
    expect(textOf(ada, id)).toBe("mine!");
    ada.editor.typing.stop();
    ada.key("Mod+z");
    expect(textOf(ada, id)).toBe("");
    expect(ada.board.get(id)).toBeDefined();
  });
});
