import { describe, expect, it } from "vitest";
import { fragmentOfSelection } from "@/client/editor/duplicate-selection";
import {
  fragmentInHtml,
  toClipboardHtml,
} from "@/client/transfer/clipboard-html";
import { readFragment, writeFragment } from "@/client/transfer/fragment-text";
import { pasteFragment } from "@/client/transfer/paste-fragment";
import { pasteText } from "@/client/transfer/paste-text";
import { seededRandom } from "@/core/base/random";
import { boardPoint } from "@/core/geometry/point";
import type { ShapeKindName } from "@/core/shapes/shape";
import { shapeKinds } from "@/core/shapes/shape-kinds";
import { randomShape } from "../../../support/board-shapes";
import { TestEditor } from "../../../support/test-editor";

const CENTRE = boardPoint(640, 400);

/** Copies what is selected here and pastes it there, by the text that a clipboard would carry. */
function carry(from: TestEditor, to: TestEditor, centre = CENTRE): boolean {
  const html = toClipboardHtml(
    writeFragment(fragmentOfSelection(from.editor)),
    "read me",
  );
  return pasteFragment(to.editor, readFragment(fragmentInHtml(html)!)!, centre);
}

const kinds = Object.keys(shapeKinds) as ShapeKindName[];

describe("a fragment as text", () => {
  it.each(kinds)("reads back a %s as it was written", (kind) => {
    for (let seed = 1; seed <= 20; seed++) {
      const ada = new TestEditor();
      const shape = randomShape(kind, seededRandom(seed));
      const id = ada.add({ ...shape, angle: seed / 20 });
      const written = ada.board.get(id)!;
      expect(readFragment(writeFragment([written]))).toEqual([written]);
    }
  });

  it("carries how the pen of a stroke was held", () => {
    const ada = new TestEditor();
    const points = [0, 9].map((x) => ({ x, y: 0, pressure: 0.5 }));
    const tilt = Uint8Array.of(30, 200, 31, 201);
    const pen = { points, hasPressure: true, tilt };
    const id = ada.add({ kind: "ink", at: CENTRE, ...pen });
    ada.select(id);
    const ben = new TestEditor();
    carry(ada, ben);
    expect(ben.single).toMatchObject({ tilt });
  });

  it("survives the HTML that carries it, whatever it says", () => {
    const ada = new TestEditor();
    const text = `"<b>&amp;</b>" & 'ü' \n data-boardwalk="x"`;
    const id = ada.add({ kind: "text", at: { x: 0, y: 0 }, text });
    ada.select(id);
    const ben = new TestEditor();
    carry(ada, ben);
    expect(ben.single).toMatchObject({ text });
  });

  it("shows other programs the words, line by line", () => {
    expect(toClipboardHtml("{}", "a < b\nc")).toContain("a &lt; b<br>c");
    expect(fragmentInHtml("<p>hello</p>")).toBeUndefined();
  });

  it.each([
    "",
    "hello",
    "null",
    "[]",
    "{}",
    '{"boardwalk":2,"shapes":[]}',
    '{"boardwalk":1}',
    '{"boardwalk":1,"shapes":{}}',
  ])("is none in %j", (text) => {
    expect(readFragment(text)).toBeUndefined();
  });

  it.each([
    null,
    7,
    [],
    {},
    { id: 1, values: {} },
    { id: "x".repeat(500), values: { kind: "note" } },
    { id: "a", values: null },
    { id: "a", values: { kind: "spaceship" } },
    { id: "a", values: { kind: "ink", points: "not base64!" } },
    { id: "a", values: { kind: "ink", points: [1, 2] } },
    { id: "a", values: { kind: "note", at: [1e9, 0] } },
  ])("leaves out %j", (shape) => {
    const text = JSON.stringify({ boardwalk: 1, shapes: [shape] });
    expect(readFragment(text)).toEqual([]);
  });

  it("makes something harmless of values that make no sense", () => {
    const values = {
      kind: "note",
      at: ["x", {}],
      angle: 1e300,
      opacity: -4,
      stroke: "url(evil)",
      index: "<script>",
      parent: 7,
      size: [NaN, "1"],
      font: "__proto__",
      ["__proto__"]: { polluted: true },
    };
    const shapes = [{ id: "a", values, text: 12 }];
    const fragment = readFragment(JSON.stringify({ boardwalk: 1, shapes }))!;
    const ada = new TestEditor();
    expect(pasteFragment(ada.editor, fragment, CENTRE)).toBe(true);
    expect(ada.single).toMatchObject({ kind: "note", opacity: 1, text: "" });
    expect({}).not.toHaveProperty("polluted");
  });

  it("takes each id once, and circles of parents without harm", () => {
    const shape = (id: string, parent?: string) => ({
      id,
      values: { kind: "group", parent },
    });
    const shapes = [
      shape("a", "b"),
      shape("b", "a"),
      shape("c", "c"),
      { id: "n", values: { kind: "note", parent: "a" } },
      { id: "n", values: { kind: "note" } },
    ];
    const fragment = readFragment(JSON.stringify({ boardwalk: 1, shapes }))!;
    const ada = new TestEditor();
    expect(pasteFragment(ada.editor, fragment, CENTRE)).toBe(true);
    expect(ada.single.kind).toBe("note");
  });
});

describe("pasting", () => {
  it("keeps order, groups and frames, about a place", () => {
    const ada = new TestEditor();
    const parent = ada.add({ kind: "frame", at: { x: 0, y: 0 } });
    ada.add({ kind: "note", at: { x: 10, y: 10 }, parent });
    ada.select(ada.addSquare(500, 0), ada.addSquare(700, 0)).key("Mod+g");
    ada.key("Mod+a");
    const ben = new TestEditor();
    ben.addSquare(0, 600);
    expect(carry(ada, ben)).toBe(true);
    const kindsOf = (person: TestEditor) =>
      person.board.inOrder().map(({ kind }) => kind);
    expect(kindsOf(ben)).toEqual(["rectangle", ...kindsOf(ada)]);
    const [frame, group] = ben.selected;
    expect(ben.board.childrenOf(frame)).toMatchObject([{ kind: "note" }]);
    expect(ben.board.childrenOf(group)).toHaveLength(2);
    const { minX, maxX } = ben.editor.selectionFrame()!.box;
    expect((minX + maxX) / 2).toBeCloseTo(640, 0);
    expect(ben.board.history.depth).toBe(2);
    ben.expectToBeIn("select.idle");
  });

  it("gives ids of its own each time, on the board itself, too", () => {
    const ada = new TestEditor();
    ada.select(ada.addSquare(0, 0));
    carry(ada, ada);
    carry(ada, ada);
    expect(ada.board.size).toBe(3);
  });

  it("puts each thing into the frame that it comes to lie in, and what lies beside it beside it", () => {
    const ada = new TestEditor();
    ada.select(ada.addSquare(0, 0), ada.addSquare(500, 0));
    const ben = new TestEditor();
    const size = { width: 300, height: 300 };
    const frame = ben.add({ kind: "frame", at: { x: 800, y: 300 }, size });
    carry(ada, ben);
    const [left, right] = ben.selected;
    expect(ben.board.parentOf(left!)).toBeUndefined();
    expect(ben.board.parentOf(right!)?.id).toBe(frame);
  });

  it("unlocks what was locked where it was copied", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(0, 0);
    ada.board.change("lock", (draft) => draft.set(id, { locked: true }));
    ada.select(id);
    const ben = new TestEditor();
    carry(ada, ben);
    expect(ben.single.locked).toBe(false);
  });

  it("brings nothing where there is nothing, and to nobody who may not write", () => {
    const ada = new TestEditor();
    expect(pasteFragment(ada.editor, [], CENTRE)).toBe(false);
    ada.select(ada.addSquare(0, 0));
    const ben = new TestEditor();
    ben.board.doc.getMap("meta").set("schema", 999);
    expect(carry(ada, ben)).toBe(false);
    expect(pasteText(ben.editor, "text", CENTRE)).toBe(false);
  });

  it("makes a text of plain text, with its lines, broken where they are long", () => {
    const ada = new TestEditor();
    expect(pasteText(ada.editor, "one\r\ntwo\rthree\n\n", CENTRE)).toBe(true);
    expect(ada.single).toMatchObject({ kind: "text", text: "one\ntwo\nthree" });
    expect(ada.single).toMatchObject({ wrap: undefined });
    ada.key("Delete");
    pasteText(ada.editor, "long ".repeat(200), CENTRE);
    expect(ada.single).toMatchObject({ wrap: 480 });
    expect(pasteText(ada.editor, " \n ", CENTRE)).toBe(false);
  });
});
