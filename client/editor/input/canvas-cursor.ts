import { Disposables, type Dispose } from "@/core/base/disposable";
import type { Editor } from "../editor";
import type { ToolCursor } from "../tool-state";
import type { PointerRouter } from "./pointer-router";

/** Keeps the mouse pointer over `host` telling what a press would do, until the returned function is called. */
export function followCursor(
  host: HTMLElement,
  editor: Editor,
  pointers: PointerRouter,
): Dispose {
  const show = () => {
    const cursor = cursorOf(editor, pointers);
    if (host.style.cursor !== cursor) host.style.cursor = cursor;
  };
  const ends = new Disposables();
  ends.add(editor.toolState.subscribe(show));
  ends.add(pointers.mode.subscribe(show));
  ends.add(pointers.panWithMain.subscribe(show));
  show();
  return () => ends.dispose();
}

function cursorOf(editor: Editor, pointers: PointerRouter): ToolCursor {
  const mode = pointers.mode.get().kind;
  if (mode === "pan" || mode === "pinch") return "grabbing";
  if (mode === "nothing" && pointers.panWithMain.get()) return "grab";
  return editor.toolState.get().cursor;
}
