import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drafting } from "@/client/editor/preview";
import { observeEditor } from "@/components/hooks/observe-editor";
import { panelEditor, rectangleAt } from "../panel-editor";

let frames: (() => void)[] = [];
const runFrame = () => frames.splice(0).forEach((callback) => callback());

beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) =>
    frames.push(callback),
  );
  vi.stubGlobal("cancelAnimationFrame", () => (frames = []));
});
afterEach(() => vi.unstubAllGlobals());

function observed() {
  const { editor, board } = panelEditor();
  const listener = vi.fn();
  const stop = observeEditor(editor, listener);
  const edit = () =>
    board.change("test", (draft) => draft.add(rectangleAt(0, "#e03131")));
  // Undo becomes possible with the first edit, which is told at once.
  edit();
  runFrame();
  listener.mockClear();
  return { editor, edit, listener, stop };
}

test("what a person chooses is told at once", () => {
  const { editor, listener } = observed();
  editor.setTool("rectangle");
  expect(listener).toHaveBeenCalledTimes(1);
  editor.keepsTool.set(true);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("many edits within one frame are told once", () => {
  const { edit, listener } = observed();
  edit();
  edit();
  expect(listener).not.toHaveBeenCalled();
  runFrame();
  expect(listener).toHaveBeenCalledTimes(1);
});

test("edits by others during a gesture are told when it ends", () => {
  const { editor, edit, listener } = observed();
  editor.preview.set(drafting());
  edit();
  runFrame();
  expect(listener).not.toHaveBeenCalled();
  editor.preview.set(undefined);
  runFrame();
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a gesture that changes nothing tells nothing", () => {
  const { editor, listener } = observed();
  editor.preview.set(drafting());
  editor.preview.set(undefined);
  runFrame();
  expect(listener).not.toHaveBeenCalled();
});

test("nothing is told any more once it has ended", () => {
  const { editor, edit, listener, stop } = observed();
  edit();
  stop();
  editor.setTool("rectangle");
  runFrame();
  expect(listener).not.toHaveBeenCalled();
});
