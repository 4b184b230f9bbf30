import type { Editor } from "@/client/editor/editor";
import { Disposables, type Dispose } from "@/core/base/disposable";

/**
 * Calls `listener` when something changes that the interface shows or commands ask for: at once for what this person chooses, and
 * for the board itself at most once a frame and not while a gesture is under way. The camera is left out: it moves in every frame.
 */
export function observeEditor(editor: Editor, listener: () => void): Dispose {
  const { board, preview } = editor;
  const ends = new Disposables();
  const chosen = [
    editor.tool,
    editor.selection,
    editor.enteredGroup,
    editor.styles.styles,
    editor.keepsTool,
    editor.isGridShown,
    editor.snapsToGrid,
    editor.snapsToShapes,
    editor.isCalm,
    editor.isHandRaised,
    editor.maySay,
    editor.maySignal,
    editor.following,
    board.mayChange,
    board.history.canUndo,
    board.history.canRedo,
  ];
  for (const store of chosen) ends.add(store.subscribe(listener));

  let frame = 0;
  let hasChanged = false;
  const tell = () => {
    frame = 0;
    if (preview.get() !== undefined) return;
    hasChanged = false;
    listener();
  };
  const tellLater = () => {
    if (frame === 0) frame = requestAnimationFrame(tell);
  };
  ends.add(
    board.observe(() => {
      hasChanged = true;
      tellLater();
    }),
  );
  ends.add(
    preview.subscribe(() => {
      if (hasChanged) tellLater();
    }),
  );
  ends.add(() => cancelAnimationFrame(frame));
  return () => ends.dispose();
}
