import { useEffect } from "react";
import type { Editor } from "@/client/editor/editor";
import { systemClock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { BoardId } from "@/core/base/ids";

/** A slow line first brings what the first stroke needs; milliseconds. */
const DELAY = 2_000;

/** Keeps a picture of the board for the start page, once `isReady`. */
export function useBoardPicture(
  room: BoardId,
  editor: Editor,
  isReady: boolean,
): void {
  useEffect(() => {
    if (!isReady) return;
    let stop: Dispose = () => {};
    let isLeft = false;
    const cancel = systemClock.after(DELAY, () => {
      void import("./picture-keeper").then(
        ({ startKeepingPicture }) => {
          if (!isLeft) stop = startKeepingPicture(room, editor);
        },
        // The server is away: the start page does without.
        () => undefined,
      );
    });
    return () => {
      isLeft = true;
      cancel();
      stop();
    };
  }, [room, editor, isReady]);
}
