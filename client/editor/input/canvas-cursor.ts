import { Disposables, type Dispose } from "@/core/base/disposable";
import type { Editor } from "../editor";
import type { ToolCursor } from "../tool-state";
import type { PointerRouter } from "./pointer-router";

// Dark within light, so that it is seen on any ground.
const ERASE_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="6" fill="#fff" fill-opacity=".5" stroke="#fff" stroke-width="3"/><circle cx="8" cy="8" r="6" fill="none" stroke="#1d2321" stroke-width="1.5"/></svg>';
const ERASE_CURSOR = `url("data:image/svg+xml,${encodeURIComponent(ERASE_PICTURE)}") 8 8, crosshair`;

/** Keeps the mouse pointer over `host` telling what a press would do, until the returned function is called. */
export function followCursor(
  host: HTMLElement,
  editor: Editor,
  pointers: PointerRouter,
): Dispose {
  let shown: ToolCursor | undefined;
  const show = () => {
    const cursor = cursorOf(editor, pointers);
    if (cursor === shown) return;
    shown = cursor;
    host.style.cursor = cursor === "erase" ? ERASE_CURSOR : cursor;
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
