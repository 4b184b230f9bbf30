import type { ScreenPoint } from "@/core/geometry/point";
import type { Editor } from "./editor";

/** How far beside a shape one may point and still mean it; CSS pixels. */
const TOLERANCE = 8;

/**
 * Opens the menu of what lies at `screen`: of the selection if that is part of it, else of the shape there, which is selected. Locked
 * shapes are meant, too: there is no other way to them.
 */
export function openContextMenu(editor: Editor, screen: ScreenPoint): void {
  const { camera, shapes, selection, board } = editor;
  editor.typing.stop();
  const point = camera.toBoard(screen);
  const tolerance = TOLERANCE / camera.state.get().zoom;
  const shape = shapes.topmostAt(point, tolerance);
  const whole = shape && editor.selectableFor(shape.id);
  const isSelected = [...selection.get()].some(
    (id) => id === whole || board.drawnBy(id).some((s) => s.id === shape?.id),
  );
  if (!isSelected) {
    // Only the select tool has a selection.
    if (whole !== undefined) editor.setTool("select");
    editor.select(whole === undefined ? [] : [whole]);
  }
  editor.contextMenu.set(screen);
}
