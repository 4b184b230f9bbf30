import { useEffect, useRef } from "react";
import type { Editor } from "@/client/editor/editor";
import { paintShape } from "@/client/renderer/paint-shape";
import { themeOf } from "@/client/renderer/theme";
import { heightOf, widthOf } from "@/core/geometry/box";
import { shapesOnBoard } from "./shapes-on-board";

/** CSS pixels. */
const WIDTH = 56;
const HEIGHT = 40;
const MARGIN = 4;

/** A small picture of shapes as they are on the board. */
export function ShapePicture({
  editor,
  ids,
}: {
  readonly editor: Editor;
  readonly ids: readonly string[];
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const paint = () => {
      if (canvas.current) paintOn(canvas.current, editor, ids);
    };
    paint();
    return editor.board.observe(paint);
  }, [editor, ids]);
  return (
    <canvas
      ref={canvas}
      aria-hidden="true"
      className="bg-canvas shrink-0 rounded-chip"
      style={{ width: WIDTH, height: HEIGHT }}
    />
  );
}

function paintOn(
  canvas: HTMLCanvasElement,
  editor: Editor,
  ids: readonly string[],
): void {
  const pixelRatio = window.devicePixelRatio;
  canvas.width = WIDTH * pixelRatio;
  canvas.height = HEIGHT * pixelRatio;
  const surface = canvas.getContext("2d");
  const { shapes, box } = shapesOnBoard(editor, ids);
  if (!surface || !box) return;
  const zoom = Math.min(
    1,
    (WIDTH - 2 * MARGIN) / Math.max(1, widthOf(box)),
    (HEIGHT - 2 * MARGIN) / Math.max(1, heightOf(box)),
  );
  const camera = {
    x: box.minX - (WIDTH / zoom - widthOf(box)) / 2,
    y: box.minY - (HEIGHT / zoom - heightOf(box)) / 2,
    zoom,
  };
  const view = {
    camera,
    width: WIDTH,
    height: HEIGHT,
    pixelRatio,
    theme: themeOf(window),
    reducedMotion: false,
    coarse: false,
  };
  for (const shape of shapes) paintShape(shape, surface, view);
}
