import { useEffect } from "react";
import type { Editor } from "@/client/editor/editor";
import type { Dispose } from "@/core/base/disposable";
import type { BoardId } from "@/core/base/ids";

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
    void import("./picture-keeper").then(
      ({ startKeepingPicture }) => {
        if (!isLeft) stop = startKeepingPicture(room, editor);
      },
      // The server is away: the start page does without.
      () => undefined,
    );
    return () => {
      isLeft = true;
      stop();
    };
  }, [room, editor, isReady]);
}
