import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

const BOXES = ["rectangle", "ellipse", "diamond"] as const;
const LINES = ["line", "arrow"] as const;

function holding(tool: string): TestEditor {
  const ada = new TestEditor();
  ada.editor.setTool(tool);
  return ada;
}

const OUT = [
  [100, 100],
  [200, 150],
] as const;

describe.each([...BOXES, "frame"])("the tool for a %s", (tool) => {
  it("drags one out, selects it and goes back to select", () => {
    const ada = holding(tool).drag(OUT);
    expect(ada.single).toMatchObject({
      kind: tool,
      at: { x: 100, y: 100 },
      size: { width: 100, height: 50 },
    });
    expect(ada.selected).toEqual([ada.single.id]);
    ada.expectToBeIn("select.idle").expectNothingUnderWay();
    expect(ada.board.history.depth).toBe(1);
  });

  it("makes one of the usual size about a click", () => {
    const ada = holding(tool).click(400, 300);
    const { at, size } = ada.single as typeof ada.single & {
      readonly size: { readonly width: number; readonly height: number };
    };
    expect(size.width).toBeGreaterThan(50);
    expect(at).toEqual({ x: 400 - size.width / 2, y: 300 - size.height / 2 });
  });

  it("makes one in the middle of the window on Enter", () => {
    const ada = holding(tool);
    ada.editor.camera.set({ x: 1000, y: 1000, zoom: 1 });
    ada.key("Enter");
    const { minX, maxX } = ada.editor.shapes.bounds()!;
    expect((minX + maxX) / 2).toBeCloseTo(1640);
    expect(ada.selected).toEqual([ada.single.id]);
  });

  it("drags out a square with Shift, also back over the start", () => {
    const ada = holding(tool).drag(
      [
        [200, 200],
        [120, 180],
      ],
      { shift: true },
    );
    expect(ada.single).toMatchObject({
      at: { x: 120, y: 120 },
      size: { width: 80, height: 80 },
    });
  });

  it("drags out from the middle with Alt", () => {
    const ada = holding(tool).drag(OUT, { alt: true });
    expect(ada.single).toMatchObject({
      at: { x: 0, y: 50 },
      size: { width: 200, height: 100 },
    });
  });
});

describe.each(LINES)("the tool for a %s", (tool) => {
  it("drags one out from the start to the end", () => {
    const ada = holding(tool).drag([
      [200, 150],
      [100, 100],
    ]);
    expect(ada.single).toMatchObject({
      kind: tool,
      at: { x: 200, y: 150 },
      tip: { x: -100, y: -50 },
    });
  });

  it("goes by whole 15° with Shift", () => {
    const ada = holding(tool).drag(
      [
        [0, 0],
        [100, 93],
      ],
      { shift: true },
    );
    const { x, y } = (
      ada.single as unknown as { tip: { x: number; y: number } }
    ).tip;
    expect(x).toBeCloseTo(y);
    expect(Math.hypot(x, y)).toBeCloseTo(Math.hypot(100, 93));
  });

  it("makes nothing of a click, and stays in the hand", () => {
    const ada = holding(tool).click(100, 100);
    expect(ada.board.size).toBe(0);
    ada.expectToBeIn(`${tool}.idle`);
  });

  it("makes one in the middle of the window on Enter", () => {
    const ada = holding(tool);
    ada.key("Enter");
    expect(ada.single.kind).toBe(tool);
  });
});

describe("a tool that drags out", () => {
  it("stays in the hand while it is kept, and nothing is selected", () => {
    const ada = holding("rectangle");
    ada.key("q");
    ada.drag(OUT).click(500, 500);
    expect(ada.board.size).toBe(2);
    expect(ada.selected).toEqual([]);
    ada.expectToBeIn("rectangle.idle");
    ada.key("q");
    ada.click(700, 500);
    ada.expectToBeIn("select.idle");
  });

  it("shows the shape, and the others, before there is one", () => {
    const ada = holding("rectangle");
    ada.pointerDown(100, 100).pointerMove(200, 150);
    expect(ada.editor.preview.get()?.shapes).toMatchObject([
      { kind: "rectangle", size: { width: 100, height: 50 } },
    ]);
    expect(ada.lane.drafts).toMatchObject([
      { drags: [{ from: { x: 100, y: 100 }, to: { x: 200, y: 150 } }] },
    ]);
    expect(ada.board.size).toBe(0);
    ada.modifier("Alt", true);
    expect(ada.editor.preview.get()?.shapes).toMatchObject([
      { size: { width: 200, height: 100 } },
    ]);
    ada.modifier("Alt", false).pointerUp();
    expect(ada.lane.drafts[0]?.shape.id).toBe(ada.single.id);
  });

  it("leaves nothing on Escape, and keeps the tool", () => {
    const ada = holding("rectangle");
    ada.pointerDown(100, 100).pointerMove(200, 150);
    ada.key("Escape");
    ada.pointerUp().expectToBeIn("rectangle.idle").expectNothingUnderWay();
    expect(ada.board.size).toBe(0);
    expect(ada.board.history.depth).toBe(0);
  });

  it("makes nothing on a board that a newer version wrote", () => {
    const ada = holding("rectangle");
    ada.board.doc.getMap("meta").set("schema", 999);
    ada.drag(OUT);
    ada.key("Enter");
    expect(ada.board.size).toBe(0);
  });
});
