import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Editor } from "@/client/editor/editor";
import { systemClock } from "@/core/base/clock";
import { boardPoint } from "@/core/geometry/point";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import { useStore } from "../hooks/use-store";
import { shapesOnBoard } from "./shapes-on-board";

export interface Pulse {
  /** Tells one from the next. */
  readonly key: number;
  readonly ids: readonly string[];
}

/** Milliseconds. */
const LIFE_TIME = 2_000;
/** Between a shape and its ring; CSS pixels. */
const AIR = 6;

/** Rings round shapes that somebody was taken to, for a moment. */
export function ShapePulse({
  editor,
  pulse,
}: {
  readonly editor: Editor;
  readonly pulse: Pulse;
}) {
  const [isOver, setOver] = useState(false);
  useStore(editor.camera.state);
  useEffect(() => systemClock.after(LIFE_TIME, () => setOver(true)), []);
  if (isOver) return null;
  const { shapes } = shapesOnBoard(editor, pulse.ids);
  const main = document.querySelector("main");
  if (!main) return null;
  // Beside the chat, which would clip it.
  return createPortal(
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 z-5"
    >
      {shapes.map((shape) => {
        const box = formBoxOfAll([shape]);
        if (!box) return null;
        const from = editor.camera.toScreen(boardPoint(box.minX, box.minY));
        const to = editor.camera.toScreen(boardPoint(box.maxX, box.maxY));
        return (
          <span
            key={shape.id}
            className="outline-accent animate-pulse-ring motion-reduce:animate-none absolute rounded-chip outline-3"
            style={{
              left: from.x - AIR,
              top: from.y - AIR,
              width: to.x - from.x + 2 * AIR,
              height: to.y - from.y + 2 * AIR,
            }}
          />
        );
      })}
    </div>,
    main,
  );
}
