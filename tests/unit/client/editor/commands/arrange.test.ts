import { describe, expect, it } from "vitest";
import { allCommands } from "@/client/editor/commands/all-commands";
import type { ShapeId } from "@/core/base/ids";
import { COMMAND_CASES } from "../merging/command-cases";
import { TestEditor } from "../../../../support/test-editor";

/** Three selected squares at these places. */
function withThree(...places: readonly (readonly [number, number])[]) {
  const ada = new TestEditor();
  const ids = places.map(([x, y]) => ada.addSquare(x, y));
  ada.select(...ids);
  const at = () =>
    ids.map((id) => [ada.board.get(id)!.at.x, ada.board.get(id)!.at.y]);
  return { ada, ids, at };
}

const SCATTERED = [
  [0, 0],
  [130, 40],
  [400, 310],
] as const;

describe("the commands that align", () => {
  it.each([
    ["align.left", [0, 0, 0], [0, 40, 310]],
    ["align.centre", [200, 200, 200], [0, 40, 310]],
    ["align.right", [400, 400, 400], [0, 40, 310]],
    ["align.top", [0, 130, 400], [0, 0, 0]],
    ["align.middle", [0, 130, 400], [155, 155, 155]],
    ["align.bottom", [0, 130, 400], [310, 310, 310]],
    ["distribute.horizontally", [0, 200, 400], [0, 40, 310]],
    ["distribute.vertically", [0, 130, 400], [0, 155, 310]],
  ])("%s, in one step", (id, xs, ys) => {
    const { ada, at } = withThree(...SCATTERED);
    const depth = ada.board.history.depth;
    ada.editor.run(id);
    expect(at()).toEqual(xs.map((x, i) => [x, ys[i]]));
    expect(ada.board.history.depth).toBe(depth + 1);
    ada.editor.run(id);
    expect(ada.board.history.depth).toBe(depth + 1);
  });

  it("take a group as one thing, and leave what is locked", () => {
    const { ada, ids, at } = withThree(...SCATTERED);
    ada.select(ids[0]!, ids[1]!).key("Mod+g");
    const [group] = ada.selected;
    ada.select(group!, ids[2]!).key("Alt+d");
    expect(at().map(([x]) => x)).toEqual([270, 400, 400]);
    ada.select(ids[2]!).key("Mod+Shift+l");
    ada.select(group!, ids[2]!);
    expect(ada.editor.run("align.left")).toBe(false);
  });
});

describe("the keys that move, size and turn", () => {
  it.each([
    ["ArrowLeft", -1, 0],
    ["ArrowRight", 1, 0],
    ["ArrowUp", 0, -1],
    ["ArrowDown", 0, 1],
    ["Shift+ArrowLeft", -10, 0],
    ["Shift+ArrowDown", 0, 10],
  ])("%s moves by %i, %i", (key, x, y) => {
    const { ada, at } = withThree([100, 100]);
    ada.key(key);
    expect(at()).toEqual([[100 + x, 100 + y]]);
  });

  it("take something into a frame and out of it", () => {
    const { ada, ids } = withThree([100, 100]);
    const size = { width: 300, height: 300 };
    const frame = ada.add({ kind: "frame", at: { x: 155, y: 0 }, size });
    for (let i = 0; i < 10; i++) ada.key("ArrowRight");
    expect(ada.board.parentOf(ids[0]!)?.id).toBe(frame);
    ada.key("Shift+ArrowLeft");
    expect(ada.board.parentOf(ids[0]!)).toBeUndefined();
  });

  it.each([
    ["Mod+Shift+ArrowRight", 110, 100],
    ["Mod+Shift+ArrowLeft", 90, 100],
    ["Mod+Shift+ArrowDown", 100, 110],
    ["Mod+Shift+ArrowUp", 100, 90],
  ])("%s makes it %i x %i, and leaves its corner", (key, width, height) => {
    const { ada, ids, at } = withThree([100, 100]);
    ada.key(key);
    expect(ada.board.get(ids[0]!)).toMatchObject({ size: { width, height } });
    expect(at()).toEqual([[100, 100]]);
  });

  it("make nothing smaller than something", () => {
    const { ada, ids } = withThree([100, 100]);
    for (let i = 0; i < 30; i++) ada.key("Mod+Shift+ArrowLeft");
    const { size } = ada.board.get(ids[0]!) as unknown as {
      readonly size: { readonly width: number };
    };
    expect(size.width).toBeGreaterThan(0);
  });

  it("turn by 15° and back", () => {
    const { ada, ids } = withThree([100, 100]);
    ada.key("Alt+.");
    expect(ada.board.get(ids[0]!)?.angle).toBeCloseTo(Math.PI / 12, 4);
    ada.key("Alt+,");
    expect(ada.board.get(ids[0]!)?.angle).toBe(0);
  });

  it("turn a line over about the middle of all, and back", () => {
    const ada = new TestEditor();
    const tip = { x: 100, y: 40 };
    const id = ada.add({ kind: "line", at: { x: 0, y: 0 }, tip });
    ada.select(id).key("Shift+H");
    expect(ada.board.get(id)).toMatchObject({
      at: { x: 100, y: 0 },
      tip: { x: -100, y: 40 },
    });
    ada.key("Shift+V");
    expect(ada.board.get(id)).toMatchObject({
      at: { x: 100, y: 40 },
      tip: { x: -100, y: -40 },
    });
    ada.key("Shift+H");
    ada.key("Shift+V");
    expect(ada.board.get(id)).toMatchObject({ at: { x: 0, y: 0 }, tip });
  });
});

describe("the commands that reorder", () => {
  /** Four squares, of which the first two overlap, and so the last two. */
  function withFour() {
    const ada = new TestEditor();
    const ids = [0, 50, 500, 550].map((x) => ada.addSquare(x, 0));
    const letters = () =>
      ada.board
        .inOrder()
        .map(({ id }) => "abcd"[ids.indexOf(id)])
        .join("");
    const run = (command: string, ...places: readonly number[]) => {
      ada.select(...places.map((place) => ids[place]!));
      ada.editor.run(command);
      return letters();
    };
    return { ada, ids, run };
  }

  it("bring several to the front and to the back, in their order", () => {
    const { run } = withFour();
    expect(run("order.front", 1, 0)).toBe("cdab");
    expect(run("order.back", 1, 3)).toBe("dbca");
  });

  it("go one step past what overlaps", () => {
    const { run } = withFour();
    expect(run("order.forward", 0)).toBe("bacd");
    expect(run("order.backward", 3)).toBe("badc");
    expect(run("order.backward", 0)).toBe("abdc");
  });

  it("go past the next one where nothing overlaps, and stop at the ends", () => {
    const { ada, run } = withFour();
    expect(run("order.forward", 1)).toBe("acbd");
    expect(run("order.front", 3)).toBe("acbd");
    const depth = ada.board.history.depth;
    expect(ada.editor.run("order.forward")).toBe(false);
    expect(ada.board.history.depth).toBe(depth);
  });

  it("stay within the group", () => {
    const { ada, ids, run } = withFour();
    ada.select(ids[0]!, ids[1]!).key("Mod+g");
    ada.doubleClick(20, 20);
    expect(run("order.front", 0)).toBe("bacd");
  });
});

describe("duplicating", () => {
  it("makes copies 20 further, selected, as one step", () => {
    const { ada, ids, at } = withThree([0, 0], [300, 0]);
    ada.key("Mod+d");
    expect(at()).toEqual([
      [0, 0],
      [300, 0],
    ]);
    const copies = ada.selected.map((id) => ada.board.get(id)?.at);
    expect(copies).toEqual([
      { x: 20, y: 20 },
      { x: 320, y: 20 },
    ]);
    ada.key("Mod+z");
    expect(ada.board.inOrder().map(({ id }) => id)).toEqual(ids);
  });

  it("with Alt and a drag leaves the original where it is", () => {
    const { ada, at } = withThree([100, 100]);
    const over = [
      [150, 150],
      [150, 400],
    ] as const;
    ada.pointerDown(...over[0], { alt: true });
    ada.pointerMove(...over[1], { alt: true, mod: true });
    expect(ada.editor.preview.get()).toMatchObject({
      shapes: [{ at: { x: 100, y: 350 } }],
    });
    expect([...ada.editor.preview.get()!.lifted]).toEqual([]);
    expect(ada.lane.transforms).toMatchObject([{ copies: true }]);
    ada.pointerUp();
    expect(at()).toEqual([[100, 100]]);
    expect(ada.board.get(ada.selected[0]!)?.at).toEqual({ x: 100, y: 350 });
    ada.expectNothingUnderWay();
  });

  it("becomes a move when Alt is let go meanwhile, and the other way round", () => {
    const { ada, at } = withThree([100, 100]);
    ada.pointerDown(150, 150, { alt: true });
    ada.pointerMove(150, 400, { alt: true, mod: true });
    ada.pointerMove(150, 400, { alt: false, mod: true });
    ada.pointerUp();
    expect(ada.board.size).toBe(1);
    expect(at()).toEqual([[100, 350]]);
    expect(ada.lane.transforms.map(({ state }) => state)).toEqual([
      "cancelled",
      "ended",
    ]);
  });

  it("keeps the drawing order, whatever was clicked first, across frames and groups", () => {
    const ada = new TestEditor();
    const frame = ada.add({ kind: "frame", at: { x: 0, y: 300 } });
    const at = { x: 10, y: 310 };
    const below = ada.add({ kind: "line", at, parent: frame });
    const top = ada.addSquare(900, 0);
    ada.select(top, below).key("Mod+d");
    const kinds = ada.editor.selectedShapes().map(({ kind }) => kind);
    expect(kinds).toEqual(["line", "rectangle"]);
    const copied = (id: ShapeId) => ada.board.get(id)!.index;
    const [first, second] = ada.editor.selectedShapes();
    expect(copied(first!.id) < copied(second!.id)).toBe(true);
  });
});

describe("Tab", () => {
  it("goes through the shapes line by line, and out at both ends", () => {
    const ada = new TestEditor();
    const [c, a, b] = [
      ada.addSquare(0, 400),
      ada.addSquare(0, 0),
      ada.addSquare(300, 10),
    ];
    ada.select();
    const stops = [1, 2, 3].map(() => (ada.key("Tab"), ada.selected[0]));
    expect(stops).toEqual([a, b, c]);
    expect(ada.key("Tab")).toBe(false);
    expect(ada.key("Shift+Tab")).toBe(true);
    expect(ada.selected).toEqual([b]);
    ada.key("Shift+Tab");
    expect(ada.key("Shift+Tab")).toBe(false);
  });

  it("brings what it comes to into view", () => {
    const ada = new TestEditor();
    ada.addSquare(5000, 5000);
    ada.select().key("Tab");
    const { maxX } = ada.editor.camera.visibleBox();
    expect(maxX).toBeGreaterThan(5100);
  });
});

describe("on a board that a newer version wrote", () => {
  const editing = allCommands.filter(
    ({ id }) => COMMAND_CASES[id] !== "no edit",
  );

  it.each(editing.map(({ id }) => id))("%s is not enabled", (id) => {
    const { ada, ids } = withThree(...SCATTERED);
    ada.select(...ids).key("Mod+g");
    ada.editor.run("history.undo");
    ada.select(...ids);
    ada.board.doc.getMap("meta").set("schema", 999);
    const command = allCommands.find((known) => known.id === id)!;
    expect(command.isEnabled(ada.editor)).toBe(false);
    expect(command.run(ada.editor)).toBe(false);
  });
});
