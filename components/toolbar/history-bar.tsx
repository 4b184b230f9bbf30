import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Editor } from "@/client/editor/editor";
import { useStore } from "../hooks/use-store";
import { Panel } from "../ui/panel";
import { CommandButton } from "./command-button";

/** Takes back what this person did, and brings it again. */
export function HistoryBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  const { history } = editor.board;
  const canUndo = useStore(history.canUndo);
  const canRedo = useStore(history.canRedo);
  return (
    <Panel role="group" aria-label={t("history")}>
      <CommandButton editor={editor} command="history.undo" disabled={!canUndo}>
        <Undo2 aria-hidden="true" />
      </CommandButton>
      <CommandButton editor={editor} command="history.redo" disabled={!canRedo}>
        <Redo2 aria-hidden="true" />
      </CommandButton>
    </Panel>
  );
}
