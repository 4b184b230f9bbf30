import * as Y from "yjs";
import { expect, onTestFinished, test } from "vitest";
import { command } from "@/client/editor/command";
import { allCommands } from "@/client/editor/commands/all-commands";
import { setStyle, styleSubjectOf } from "@/client/editor/styles/style-subject";
import { Idle } from "@/client/tools/drag-out/idle";
import { readFragment, writeFragment } from "@/client/transfer/fragment-text";
import { asShapeId, asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import type { NewShape } from "@/core/board/draft";
import { boardPoint } from "@/core/geometry/point";
import { boxAt, type Size } from "@/core/geometry/size";
import { containsPoint, expand } from "@/core/geometry/box";
import { dragOutBox, stretchSize } from "@/core/shapes/box-form";
import { themedColour } from "@/core/shapes/colour";
import type { Shape, ShapeBase } from "@/core/shapes/shape";
import type { ShapeKind } from "@/core/shapes/shape-kind";
import { kindOf, registerKind } from "@/core/shapes/shape-kinds";
import { readSize, writeSize } from "@/core/shapes/size-property";
import { BoardSurface } from "../../../support/board-surface";
import { FakeClock } from "../../../support/fake-clock";
import { TestEditor } from "../../../support/test-editor";

/** A die, which nobody but this test knows. */
interface DieShape extends ShapeBase {
  readonly kind: "die";
  readonly size: Size;
  /** 1 to 6. */
  readonly eyes: number;
}

const ORIGIN = boardPoint(0, 0);
const SIZE: Size = { width: 60, height: 60 };

const dieKind: ShapeKind<DieShape> = {
  name: "die",
  defaultStrokeWidth: 2,
  hasText: false,
  styles: ["stroke", "strokeWidth", "opacity"],
  resizing: "ratio",
  read: (record) => ({
    kind: "die",
    size: readSize(record, SIZE),
    eyes: record.number("eyes", 1, 6) ?? 1,
  }),
  write: ({ size, eyes }) => ({
    size: writeSize(size, SIZE),
    eyes: eyes === 1 ? undefined : eyes,
  }),
  box: ({ size }) => boxAt(ORIGIN, size),
  reach: ({ strokeWidth }) => strokeWidth / 2,
  hit: ({ size }, point, tolerance) =>
    containsPoint(expand(boxAt(ORIGIN, size), tolerance), point),
  paint({ size, eyes, stroke, strokeWidth }, { surface, theme }) {
    surface.strokeStyle = themedColour(stroke, theme);
    surface.lineWidth = strokeWidth;
    surface.beginPath();
    surface.rect(0, 0, size.width, size.height);
    surface.stroke();
    surface.fillText(String(eyes), size.width / 2, size.height / 2);
  },
  stretch: stretchSize,
  dragOut: dragOutBox,
};

const eyesOf = (shape: Shape | undefined) =>
  (shape as unknown as DieShape | undefined)?.eyes;

/** Turns the selected dice to a six. */
const rollSix = command({
  id: "die.six",
  group: "edit",
  keys: ["Shift+6"],
  isEnabled: (editor) => editor.changeableShapes().length > 0,
  apply(editor) {
    const dice = editor
      .changeableShapes()
      .filter(({ kind }) => String(kind) === "die");
    editor.board.change("roll", (draft) => {
      for (const { id } of dice) draft.set(id, { eyes: 6 } as object);
    });
  },
});

/** An editor that has the kind, its tool and its command, until the test ends. */
function withDice(): TestEditor {
  onTestFinished(registerKind(dieKind));
  return new TestEditor({
    tools: [
      { name: "die", makes: "die", idle: (editor) => new Idle(editor, "die") },
    ],
    commands: [rollSix],
  });
}

test("a kind, a tool and a command of somebody else's work as the product's own do", () => {
  const ada = withDice();
  ada.editor.setTool("die");
  expect(styleSubjectOf(ada.editor)?.names).toEqual(dieKind.styles);
  setStyle(ada.editor, { stroke: "#e03131" });

  // Draw one.
  ada.drag([
    [100, 100],
    [160, 160],
  ]);
  const { id } = ada.single;
  expect(ada.single).toMatchObject({ kind: "die", stroke: "#e03131", eyes: 1 });
  expect(ada.lane.drafts).toMatchObject([{ shape: { kind: "die" } }]);
  ada.expectToBeIn("select.idle");

  // Select, move, resize, turn and style it.
  ada.select().click(130, 130);
  expect(ada.selected).toEqual([id]);
  ada.key("Shift+ArrowRight");
  ada.drag([
    [170, 160],
    [230, 220],
  ]);
  expect(ada.single).toMatchObject({
    at: { x: 110, y: 100 },
    size: { width: 120, height: 120 },
  });
  ada.key("Alt+.");
  setStyle(ada.editor, { opacity: 0.5 });

  // Run the command by its key.
  ada.key("Shift+6");
  expect(eyesOf(ada.single)).toBe(6);

  // Group, duplicate and copy it.
  ada.key("Mod+d");
  expect(ada.editor.selectedShapes()).toMatchObject([{ kind: "die", eyes: 6 }]);
  expect(readFragment(writeFragment([ada.board.get(id)!]))).toMatchObject([
    { kind: "die", eyes: 6 },
  ]);

  // Paint it.
  const surface = new BoardSurface();
  kindOf(ada.board.get(id)!).paint(ada.board.get(id)!, {
    surface,
    theme: "light",
    scale: 1,
  });
  expect(surface.texts).toEqual(["6"]);
  expect(surface.painted).toMatchObject({ minX: -1, maxX: 121 });

  // Read it back on another board.
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada.board.doc));
  const other = new Board(doc, {
    user: asUserId("cleo"),
    clock: new FakeClock(),
    random: seededRandom(9),
  });
  expect(other.inOrder()).toEqual(ada.board.inOrder());

  // Take it all back, and bring it again.
  while (ada.editor.run("history.undo"));
  expect(ada.board.size).toBe(0);
  while (ada.editor.run("history.redo"));
  expect(other.inOrder()).toEqual(ada.board.inOrder());
});

test("a board without the kind skips its shapes, and leaves them where they are", () => {
  const unregister = registerKind(dieKind);
  const ada = new TestEditor();
  const id = asShapeId("die");
  ada.add({ kind: "die", id, at: { x: 0, y: 0 } } as unknown as NewShape);
  unregister();
  const problems: unknown[] = [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada.board.doc));
  const other = new Board(doc, {
    user: asUserId("cleo"),
    clock: new FakeClock(),
    random: seededRandom(9),
    onProblem: (problem) => problems.push(problem),
  });
  expect(other.size).toBe(0);
  expect(problems).toEqual([{ id, reason: "unknown kind" }]);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(
    Y.encodeStateAsUpdate(ada.board.doc),
  );
});

test("a name that is taken is refused", () => {
  expect(() => registerKind({ ...dieKind, name: "note" })).toThrow(RangeError);
  expect(allCommands.map(({ id }) => String(id))).not.toContain(rollSix.id);
});
