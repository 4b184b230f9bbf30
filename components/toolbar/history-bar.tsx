import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { Panel } from "../ui/panel";
import { CommandButton } from "./command-button";

/** Takes back what this person did, and brings it again. */
export function HistoryBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  return (
    <Panel role="group" aria-label={t("history")}>
      <CommandButton editor={editor} command="history.undo" />
      <CommandButton editor={editor} command="history.redo" />
    </Panel>
  );
}
