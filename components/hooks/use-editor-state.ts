import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Editor } from "@/client/editor/editor";
import { observeEditor } from "./observe-editor";

/**
 * Something that follows from what a person does with the board, such as whether a command is enabled, and a new render only when
 * it changes. A gesture under way does not count before it is an edit.
 *
 * @param isSame Whether two answers are the same; needed where `select` makes new objects.
 */
export function useEditorState<T>(
  editor: Editor,
  select: (editor: Editor) => T,
  isSame: (before: T, now: T) => boolean = Object.is,
): T {
  const last = useRef<{ readonly value: T }>(undefined);
  const subscribe = useCallback(
    (listener: () => void) => observeEditor(editor, listener),
    [editor],
  );
  const read = () => {
    const value = select(editor);
    if (!last.current || !isSame(last.current.value, value))
      last.current = { value };
    return last.current.value;
  };
  return useSyncExternalStore(subscribe, read, read);
}
