import type { Editor } from "@/client/editor/editor";
import { styleSubjectOf } from "@/client/editor/styles/style-subject";
import { useEditorState } from "../hooks/use-editor-state";

/** Whether there is something whose looks can be chosen, or that something can be done with. */
export const useHasStyle = (editor: Editor): boolean =>
  useEditorState(
    editor,
    () =>
      !editor.board.readOnly &&
      (editor.selection.get().size > 0 || styleSubjectOf(editor) !== undefined),
  );
