import { describe, expect, it } from "vitest";
import { screenPoint } from "@/core/geometry/point";
import { TestEditor } from "../../../support/test-editor";

const finger = (id: number) => ({ id, device: "touch" }) as const;
const cameraOf = ({ editor }: TestEditor) => editor.camera.state.get();

describe("the mouse", () => {
  it("moves the paper with its middle button, whatever the tool", () => {
    const ada = new TestEditor();
    ada.drag(
      [
        [100, 100],
        [130, 150],
      ],
      { button: "middle" },
    );
    expect(cameraOf(ada)).toEqual({ x: -30, y: -50, zoom: 1 });
    expect(ada.board.size).toBe(0);
  });

  it("moves the paper while Space is held", () => {
    const ada = new TestEditor();
    ada.key(" ");
    ada.drag([
      [100, 100],
      [130, 150],
    ]);
    ada.keyUp(" ");
    expect(cameraOf(ada)).toEqual({ x: -30, y: -50, zoom: 1 });
    ada.click(10, 10);
    expect(ada.board.size).toBe(1);
  });

  it("does nothing with its right button", () => {
    const ada = new TestEditor().click(100, 100, { button: "other" });
    expect(ada.board.size).toBe(0);
  });

  it("tells the others where it is, also while it only hovers", () => {
    const ada = new TestEditor();
    ada.editor.camera.set({ x: 100, y: 0, zoom: 2 });
    ada.pointerMove(50, 50);
    expect(ada.lane.cursors).toEqual([{ x: 125, y: 25 }]);
  });
});

describe("a double click", () => {
  const editing = ({ editor }: TestEditor) => editor.typingIn.get();

  it("is one also when the page was busy with the first click", () => {
    const ada = new TestEditor();
    const square = ada.addSquare(100, 100);
    ada.editor.setTool("select");
    ada.click(150, 150, { time: 1_000 });
    ada.clock.advance(5_000);
    ada.click(150, 150, { time: 1_300 });
    expect(editing(ada)).toBe(square);
  });

  it("is none when the second click was made late", () => {
    const ada = new TestEditor();
    ada.addSquare(100, 100);
    ada.editor.setTool("select");
    ada.click(150, 150, { time: 1_000 });
    ada.click(150, 150, { time: 1_500 });
    expect(editing(ada)).toBeUndefined();
  });
});

describe("fingers", () => {
  it("draw with one", () => {
    const ada = new TestEditor().drag(
      [
        [0, 0],
        [50, 50],
      ],
      finger(1),
    );
    expect(ada.board.size).toBe(1);
  });

  it("cancel the stroke when a second one comes within 100 ms", () => {
    const ada = new TestEditor()
      .pointerDown(100, 100, finger(1))
      .pointerMove(150, 150, finger(1));
    ada.clock.advance(100);
    ada.pointerDown(300, 300, finger(2));
    ada.expectToBeIn("draw.idle");
    ada.pointerUp(finger(1)).pointerUp(finger(2));
    expect(ada.board.size).toBe(0);
    expect(ada.lane.strokes).toMatchObject([{ state: "cancelled" }]);
  });

  it("go on drawing when a palm touches down later", () => {
    const ada = new TestEditor()
      .pointerDown(100, 100, finger(1))
      .pointerMove(150, 150, finger(1));
    ada.clock.advance(101);
    ada.pointerDown(300, 300, finger(2)).pointerMove(320, 300, finger(2));
    ada.pointerMove(200, 150, finger(1));
    ada.pointerUp(finger(2)).pointerUp(finger(1));
    expect(ada.board.size).toBe(1);
    expect(cameraOf(ada)).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  it("pinch when the second one comes late, while the first has not moved", () => {
    const ada = new TestEditor().pointerDown(100, 100, finger(1));
    ada.clock.advance(450);
    ada.pointerDown(300, 100, finger(2)).pointerMove(500, 100, finger(2));
    ada.pointerUp(finger(1)).pointerUp(finger(2));
    expect(cameraOf(ada).zoom).toBe(2);
    expect(ada.board.size).toBe(0);
  });

  it("keep what lies under them under them while they pinch", () => {
    const ada = new TestEditor()
      .pointerDown(100, 100, finger(1))
      .pointerDown(300, 100, finger(2));
    const { camera } = ada.editor;
    const first = camera.toBoard(screenPoint(100, 100));
    const second = camera.toBoard(screenPoint(300, 100));
    ada.pointerMove(50, 200, finger(1)).pointerMove(450, 200, finger(2));
    expect(cameraOf(ada).zoom).toBeCloseTo(2);
    expect(camera.toScreen(first).x).toBeCloseTo(50);
    expect(camera.toScreen(second).x).toBeCloseTo(450);
    expect(camera.toScreen(second).y).toBeCloseTo(200);
  });

  it("go on panning when one of two is lifted", () => {
    const ada = new TestEditor()
      .pointerDown(100, 100, finger(1))
      .pointerDown(300, 100, finger(2))
      .pointerUp(finger(1))
      .pointerMove(310, 120, finger(2))
      .pointerUp(finger(2));
    expect(cameraOf(ada)).toEqual({ x: -10, y: -20, zoom: 1 });
    expect(ada.board.size).toBe(0);
  });

  it("draw again after a pinch", () => {
    const ada = new TestEditor()
      .pointerDown(100, 100, finger(1))
      .pointerDown(300, 100, finger(2))
      .pointerUp(finger(2))
      .pointerUp(finger(1))
      .click(50, 50, finger(3));
    expect(ada.board.size).toBe(1);
  });

  it("move the paper once a pen was seen", () => {
    const ada = new TestEditor().click(10, 10, { id: 9, device: "pen" });
    ada.drag(
      [
        [100, 100],
        [110, 100],
      ],
      finger(1),
    );
    expect(ada.board.size).toBe(1);
    expect(cameraOf(ada).x).toBe(-10);
  });

  it("give way to a pen whose palm touched down first", () => {
    const pen = { id: 9, device: "pen" } as const;
    const ada = new TestEditor()
      .pointerDown(300, 300, finger(1))
      .pointerMove(320, 300, finger(1))
      .pointerDown(10, 10, pen)
      .pointerMove(400, 300, finger(1))
      .pointerMove(50, 50, pen)
      .pointerUp(finger(1));
    ada.expectToBeIn("draw.drawing").pointerUp(pen);
    expect(ada.board.inOrder()).toMatchObject([{ at: { x: 10, y: 10 } }]);
    expect(ada.lane.strokes.map(({ state }) => state)).toEqual([
      "cancelled",
      "ended",
    ]);
  });

  it("do nothing beside a pen that draws", () => {
    const pen = { id: 9, device: "pen" } as const;
    const ada = new TestEditor()
      .pointerDown(10, 10, pen)
      .pointerDown(300, 300, finger(1))
      .pointerMove(200, 300, finger(1))
      .pointerMove(50, 50, pen);
    ada.expectToBeIn("draw.drawing");
    ada.pointerUp(pen).pointerUp(finger(1));
    expect(ada.board.size).toBe(1);
    expect(cameraOf(ada).x).toBe(0);
  });
});

describe("a pointer that is lost", () => {
  it("leaves no stroke behind", () => {
    const ada = new TestEditor().pointerDown(0, 0).pointerMove(50, 50);
    ada.pointers.cancel(1);
    ada.expectToBeIn("draw.idle");
    expect(ada.board.size).toBe(0);
  });

  it("changes nothing after it was lifted", () => {
    const ada = new TestEditor().click(0, 0);
    ada.pointerDown(50, 50, { id: 2 });
    ada.pointers.cancel(1);
    ada.expectToBeIn("draw.drawing");
  });

  it("ends a pan where it is", () => {
    const ada = new TestEditor()
      .pointerDown(0, 0, { button: "middle" })
      .pointerMove(10, 0);
    ada.pointers.cancel(1);
    ada.pointerMove(90, 0);
    expect(cameraOf(ada).x).toBe(-10);
  });
});

describe("the wheel", () => {
  it("scrolls both ways", () => {
    const ada = new TestEditor().wheel({ deltaX: 30, deltaY: 100 });
    expect(cameraOf(ada)).toEqual({ x: 30, y: 100, zoom: 1 });
  });

  it("scrolls sideways with Shift, whether or not the system turns it", () => {
    const ada = new TestEditor().wheel({ deltaY: 100, shiftKey: true });
    expect(cameraOf(ada)).toMatchObject({ x: 100, y: 0 });
    ada.wheel({ deltaX: 100, shiftKey: true });
    expect(cameraOf(ada)).toMatchObject({ x: 200, y: 0 });
  });

  it("counts lines and pages in pixels", () => {
    const ada = new TestEditor().wheel({ deltaY: 3, deltaMode: 1 });
    expect(cameraOf(ada).y).toBe(48);
    ada.wheel({ deltaY: 1, deltaMode: 2 });
    expect(cameraOf(ada).y).toBe(848);
  });

  it.each(["ctrlKey", "metaKey"])(
    "zooms at the pointer with %s",
    (modifier) => {
      const ada = new TestEditor();
      const pointer = screenPoint(400, 300);
      const before = ada.editor.camera.toBoard(pointer);
      ada.wheel({ deltaY: -100, [modifier]: true }, pointer);
      expect(cameraOf(ada).zoom).toBeGreaterThan(1.1);
      const after = ada.editor.camera.toBoard(pointer);
      expect(after.x).toBeCloseTo(before.x);
      expect(after.y).toBeCloseTo(before.y);
    },
  );

  it("zooms out to 5 % and in to 3,000 %", () => {
    const ada = new TestEditor();
    for (let i = 0; i < 100; i++) ada.wheel({ deltaY: 100, ctrlKey: true });
    expect(cameraOf(ada).zoom).toBe(0.05);
    for (let i = 0; i < 100; i++) ada.wheel({ deltaY: -100, ctrlKey: true });
    expect(cameraOf(ada).zoom).toBe(30);
  });

  it("zooms in and out by the same steps", () => {
    const ada = new TestEditor();
    ada
      .wheel({ deltaY: -4, ctrlKey: true })
      .wheel({ deltaY: 4, ctrlKey: true });
    expect(cameraOf(ada).zoom).toBeCloseTo(1);
  });
});
