import { describe, expect, it, vi } from "vitest";
import { mountInput } from "@/client/editor/input/mount-input";
import type { InkShape } from "@/core/shapes/ink/ink-shape";
import { TestEditor } from "../../../support/test-editor";

/** The few things of an element in a window that the input asks for. The canvas begins at 10, 20. */
function fakeHost() {
  const pointerQuery = Object.assign(new EventTarget(), { matches: false });
  const view = Object.assign(new EventTarget(), {
    matchMedia: () => pointerQuery,
  });
  const focused: string[] = [];
  const style: Record<string, unknown> = {
    setProperty: (name: string, value: string) => (style[name] = value),
  };
  const captured = new Set<number>();
  const host = Object.assign(new EventTarget(), {
    style,
    ownerDocument: { defaultView: view },
    focus: () => focused.push("host"),
    setPointerCapture: (id: number) => captured.add(id),
    getBoundingClientRect: () => ({ left: 10, top: 20 }),
  });
  return {
    host: host as unknown as HTMLElement,
    style,
    view,
    pointerQuery,
    focused,
    captured,
  };
}

const MOUSE = {
  pointerId: 1,
  pointerType: "mouse",
  button: 0,
  pressure: 0.5,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
};

/** A browser's event with these properties. */
function eventOf(type: string, properties: object): Event {
  const event = new Event(type, { cancelable: true });
  for (const [key, value] of Object.entries(properties))
    Object.defineProperty(event, key, { value });
  return event;
}

function mounted() {
  const ada = new TestEditor();
  const fake = fakeHost();
  const steps = new Set<() => void>();
  let wakes = 0;
  const dispose = mountInput({
    host: fake.host,
    editor: ada.editor,
    clock: ada.clock,
    frames: {
      beforePaint(step) {
        steps.add(step);
        return () => steps.delete(step);
      },
      wake: () => (wakes += 1),
    },
  });
  const pointer = (type: string, x: number, y: number, more: object = {}) => {
    const event = eventOf(`pointer${type}`, {
      ...MOUSE,
      clientX: x + 10,
      clientY: y + 20,
      ...more,
    });
    fake.host.dispatchEvent(event);
  };
  const frame = () => steps.forEach((step) => step());
  const wheel = (properties: object): Event => {
    const event = eventOf("wheel", {
      ...MOUSE,
      clientX: 10,
      clientY: 20,
      deltaX: 0,
      deltaY: 0,
      deltaMode: 0,
      ...properties,
    });
    fake.host.dispatchEvent(event);
    return event;
  };
  return { ada, ...fake, pointer, wheel, frame, dispose, wakes: () => wakes };
}

describe("the input of a mounted board", () => {
  it("draws, from the canvas's own corner, with the pointer captured", () => {
    const { ada, pointer, captured, focused, frame } = mounted();
    pointer("down", 100, 100);
    expect([...captured]).toEqual([1]);
    expect(focused).toEqual(["host"]);
    pointer("move", 120, 100);
    frame();
    pointer("up", 140, 100);
    expect(ada.board.inOrder()).toMatchObject([
      { at: { x: 100, y: 100 }, points: [{ x: 0 }, { x: 20 }, { x: 40 }] },
    ]);
  });

  it("takes one step a frame, however many moves there were, and loses none", () => {
    const { ada, pointer, frame, wakes } = mounted();
    pointer("down", 0, 0);
    for (const x of [1, 2, 3, 4]) pointer("move", x, 0);
    expect(wakes()).toBe(4);
    expect(ada.lane.cursors).toHaveLength(0);
    frame();
    expect(ada.lane.cursors).toEqual([{ x: 4, y: 0 }]);
    expect(ada.lane.strokes[0]?.batches).toHaveLength(2);
    pointer("up", 4, 0);
    expect(ada.board.inOrder()).toMatchObject([{ points: { length: 5 } }]);
  });

  it("reads the places that the browser has put together into one event", () => {
    const { ada, pointer } = mounted();
    pointer("down", 0, 0);
    const places = [1, 2, 3].map((x) => ({
      clientX: x + 10,
      clientY: 20,
      pressure: 0.5,
      tiltX: 10 * x,
      tiltY: -5,
    }));
    pointer("move", 3, 0, { getCoalescedEvents: () => places });
    pointer("up", 3, 0, { getCoalescedEvents: () => [] });
    expect(ada.board.inOrder()).toMatchObject([{ points: { length: 4 } }]);
    const { tilt } = ada.board.inOrder()[0] as InkShape;
    const kept = [...new Int8Array(tilt!)];
    expect(kept).toEqual([0, 0, 10, -5, 20, -5, 30, -5]);
  });

  it("shows the newest place in the next frame, and ahead of it what the browser expects until the pen rests", () => {
    const { ada, pointer, frame, wakes } = mounted();
    const shown = () => {
      const [stroke] = ada.editor.preview.get()!.shapes as InkShape[];
      return stroke!.points.map(({ x }) => x);
    };
    pointer("down", 0, 0);
    const expected = [{ clientX: 30, clientY: 20, pressure: 0.5 }];
    const move = { buttons: 1, getPredictedEvents: () => expected };
    pointer("move", 10, 0, move);
    expect(shown()).toEqual([0]);
    frame();
    expect(shown()).toEqual([0, 10, 20]);
    const before = wakes();
    ada.clock.advance(100);
    expect(wakes()).toBe(before + 1);
    frame();
    expect(shown()).toEqual([0, 10]);
    pointer("up", 10, 0);
    expect(ada.board.inOrder()).toMatchObject([{ points: { length: 2 } }]);
  });

  it("expects nothing of a pointer that hovers, and leaves no timer behind", () => {
    const { ada, pointer, frame, dispose } = mounted();
    const getPredictedEvents = vi.fn(() => []);
    pointer("move", 10, 0, { buttons: 0, getPredictedEvents });
    expect(getPredictedEvents).not.toHaveBeenCalled();
    pointer("down", 0, 0);
    const expected = [{ clientX: 30, clientY: 20, pressure: 0.5 }];
    pointer("move", 5, 0, { buttons: 1, getPredictedEvents: () => expected });
    frame();
    dispose();
    expect(ada.clock.pending).toBe(0);
  });

  it.each(["cancel", "lost"])(
    "leaves nothing of a stroke whose pointer is gone (%s)",
    (how) => {
      const { ada, pointer, host } = mounted();
      pointer("down", 0, 0);
      pointer("move", 50, 50);
      if (how === "cancel") pointer("cancel", 50, 50);
      else host.dispatchEvent(eventOf("lostpointercapture", MOUSE));
      pointer("up", 50, 50);
      expect(ada.board.size).toBe(0);
      ada.expectToBeIn("draw.idle");
    },
  );

  it("gives up the stroke when the window loses the focus", () => {
    const { ada, pointer, view } = mounted();
    pointer("down", 0, 0);
    view.dispatchEvent(new Event("blur"));
    pointer("up", 50, 50);
    expect(ada.board.size).toBe(0);
  });

  it("keeps the browser from scrolling and zooming the page", () => {
    const { ada, wheel, style } = mounted();
    expect(wheel({ deltaY: 100 }).defaultPrevented).toBe(true);
    expect(wheel({ deltaY: 100, ctrlKey: true }).defaultPrevented).toBe(true);
    expect(ada.editor.camera.state.get().y).toBe(100);
    expect(style["touchAction"]).toBe("none");
  });

  it("lets a drag go on while the wheel moves the board under it", () => {
    const { ada, pointer, wheel, frame } = mounted();
    const id = ada.addSquare(0, 0);
    ada.editor.setTool("select");
    pointer("down", 50, 50);
    pointer("move", 60, 50);
    frame();
    wheel({ deltaY: 200 });
    frame();
    pointer("up", 60, 50);
    expect(ada.board.get(id)?.at).toEqual({ x: 10, y: 200 });
  });

  it("opens the board's own menu for the right button, and never the browser's", () => {
    const { ada, host } = mounted();
    const ask = (pointerType: string) => {
      const place = { clientX: 30, clientY: 40 };
      const event = eventOf("contextmenu", { ...place, pointerType });
      host.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    };
    ask("touch");
    expect(ada.editor.contextMenu.get()).toBeUndefined();
    ask("mouse");
    expect(ada.editor.contextMenu.get()).toBeDefined();
  });

  it("keeps the browser from pressing the board anew when a finger is lifted, but not from going into a text", () => {
    const { host } = mounted();
    const onBoard = eventOf("touchend", {});
    host.dispatchEvent(onBoard);
    expect(onBoard.defaultPrevented).toBe(true);
    const field = { closest: () => field };
    const inText = eventOf("touchend", { target: field });
    host.dispatchEvent(inText);
    expect(inText.defaultPrevented).toBe(false);
  });

  it("shows by the mouse pointer what a press would do", () => {
    const { ada, pointer, style, view } = mounted();
    expect(style["cursor"]).toBe("crosshair");
    ada.editor.setTool("select");
    expect(style["cursor"]).toBe("default");
    const space = { key: " ", code: "Space", target: null };
    view.dispatchEvent(eventOf("keydown", { ...MOUSE, ...space }));
    expect(style["cursor"]).toBe("grab");
    pointer("down", 0, 0);
    expect(style["cursor"]).toBe("grabbing");
    pointer("up", 0, 0);
    view.dispatchEvent(eventOf("keyup", space));
    expect(style["cursor"]).toBe("default");
  });

  it("knows when the screen begins to be touched, as when a tablet's keyboard is taken off", () => {
    const { ada, pointerQuery, dispose } = mounted();
    expect(ada.editor.hasCoarsePointer.get()).toBe(false);
    pointerQuery.matches = true;
    pointerQuery.dispatchEvent(new Event("change"));
    expect(ada.editor.hasCoarsePointer.get()).toBe(true);
    dispose();
    pointerQuery.matches = false;
    pointerQuery.dispatchEvent(new Event("change"));
    expect(ada.editor.hasCoarsePointer.get()).toBe(true);
  });

  it("listens no longer once it has ended", () => {
    const { ada, pointer, wheel, view, dispose } = mounted();
    pointer("down", 0, 0);
    dispose();
    pointer("up", 0, 0);
    pointer("down", 0, 0);
    pointer("up", 0, 0);
    expect(wheel({ deltaY: 100 }).defaultPrevented).toBe(false);
    view.dispatchEvent(eventOf("keydown", { ...MOUSE, key: "v", code: "" }));
    expect(ada.board.size).toBe(0);
    ada.expectToBeIn("draw.idle");
  });
});
