import { formBoxOfAll } from "@/core/shapes/placed-shape";
import { command } from "../command";
import type { Editor } from "../editor";
import { zoomStepAbove, zoomStepBelow } from "../zoom-steps";

export const cameraCommands = [
  command({
    id: "camera.zoomIn",
    group: "view",
    icon: "zoom-in",
    keys: ["Mod++", "Mod+="],
    isEnabled: (editor) => zoomStepAbove(zoomOf(editor)) !== undefined,
    apply: (editor) => zoomTo(editor, zoomStepAbove(zoomOf(editor))),
  }),
  command({
    id: "camera.zoomOut",
    group: "view",
    icon: "zoom-out",
    keys: ["Mod+-"],
    isEnabled: (editor) => zoomStepBelow(zoomOf(editor)) !== undefined,
    apply: (editor) => zoomTo(editor, zoomStepBelow(zoomOf(editor))),
  }),
  command({
    id: "camera.reset",
    group: "view",
    keys: ["Mod+0"],
    isEnabled: (editor) => zoomOf(editor) !== 1,
    apply: (editor) => zoomTo(editor, 1),
  }),
  command({
    id: "camera.fit",
    group: "view",
    icon: "maximize",
    keys: ["Shift+1"],
    isEnabled: ({ board }) => board.size > 0,
    apply({ camera, shapes }) {
      const bounds = shapes.bounds();
      if (bounds) camera.fit(bounds);
      return bounds !== undefined;
    },
  }),
  command({
    id: "camera.fitSelection",
    group: "view",
    icon: "scan",
    keys: ["Shift+2"],
    isEnabled: ({ selection }) => selection.get().size > 0,
    apply(editor) {
      const bounds = formBoxOfAll(editor.selectedShapes());
      if (bounds) editor.camera.fit(bounds);
      return bounds !== undefined;
    },
  }),
] as const;

const zoomOf = ({ camera }: Editor) => camera.state.get().zoom;

/** Zooms about the middle of the canvas. */
function zoomTo(editor: Editor, zoom: number | undefined): boolean {
  if (zoom === undefined) return false;
  const { camera } = editor;
  camera.zoomAt(camera.centre, zoom / zoomOf(editor));
  return true;
}
