import { useEffect, useState } from "react";
import type { Editor } from "@/client/editor/editor";
import { systemClock } from "@/core/base/clock";

/** The view counts once it has stood still for so long: asking the index at each step of a pan would slow the hand. */
const REST_MS = 250;

/** Whether some of the board's content is on the screen; true on an empty board, where nothing can be missed. */
export function useIsContentInView({ board, camera, shapes }: Editor): boolean {
  const [isInView, setInView] = useState(true);
  useEffect(() => {
    let cancel = () => {};
    const look = () => {
      // The canvas is not measured yet.
      if (camera.viewport.width === 0) return lookLater();
      const visible = camera.visibleBox();
      setInView(shapes.size === 0 || shapes.shapesIn(visible).length > 0);
    };
    const lookLater = () => {
      cancel();
      cancel = systemClock.after(REST_MS, look);
    };
    const stopCamera = camera.state.subscribe(lookLater);
    const stopBoard = board.observe(lookLater);
    window.addEventListener("resize", lookLater);
    lookLater();
    return () => {
      cancel();
      stopCamera();
      stopBoard();
      window.removeEventListener("resize", lookLater);
    };
  }, [board, camera, shapes]);
  return isInView;
}
