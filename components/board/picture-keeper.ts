import type { Editor } from "@/client/editor/editor";
import { boardThumbnail } from "@/client/renderer/board-thumbnail";
import { systemClock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { BoardId } from "@/core/base/ids";
import { forgetPicture, keepPicture } from "../home/board-pictures";

/** After the last change a picture is taken: not while somebody draws; milliseconds. */
const REST_MS = 4_000;

/** Keeps a picture of the board for the start page, as it looks when nobody draws and when the page is left. */
export function startKeepingPicture(room: BoardId, editor: Editor): Dispose {
  const ends = new Disposables();
  let cancel: Dispose = () => {};
  let isStale = true;
  const changed = () => {
    isStale = true;
    takeLater();
  };
  const takeLater = () => {
    cancel();
    cancel = systemClock.after(REST_MS, () =>
      editor.isInGesture ? takeLater() : take(),
    );
  };
  const take = () => {
    cancel();
    if (!isStale) return;
    isStale = false;
    const picture = boardThumbnail(editor.shapes, document);
    if (picture) keepPicture(room, picture);
    else forgetPicture(room);
  };
  const left = () => document.visibilityState === "hidden" && take();
  changed();
  ends.add(editor.shapes.observe(changed));
  document.addEventListener("visibilitychange", left);
  ends.add(() => document.removeEventListener("visibilitychange", left));
  ends.add(take);
  return () => ends.dispose();
}
