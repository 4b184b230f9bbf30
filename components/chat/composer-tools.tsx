import { AtSign, Shapes, Smile } from "lucide-react";
import type { Editor } from "@/client/editor/editor";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { usePopup } from "../ui/use-popup";
import { EmojiPopup } from "./emoji-popup";

interface ComposerToolsProps {
  readonly editor: Editor;
  readonly canAttach: boolean;
  readonly onAttach: () => void;
  /** Called with what is to stand at the caret. */
  readonly onInsert: (emoji: string) => void;
  /** Somebody is to be called by name. */
  readonly onCall: () => void;
}

/** What can be put into a message besides letters. */
export function ComposerTools({
  editor,
  canAttach,
  onAttach,
  onInsert,
  onCall,
}: ComposerToolsProps) {
  const t = useTranslations("chat");
  const hasSelection = useSelected(
    editor.selection,
    (selection) => selection.size > 0,
  );
  const { isOpen, trigger, popup } = usePopup();
  return (
    <>
      <IconButton label={t("emoji")} {...trigger}>
        <Smile aria-hidden="true" />
      </IconButton>
      <IconButton label={t("mention")} onClick={onCall}>
        <AtSign aria-hidden="true" />
      </IconButton>
      {canAttach && hasSelection && (
        <IconButton label={t("attach")} onClick={onAttach}>
          <Shapes aria-hidden="true" />
        </IconButton>
      )}
      {isOpen && (
        <EmojiPopup
          {...popup}
          onChoose={(emoji) => {
            popup.onDismiss();
            onInsert(emoji);
          }}
        />
      )}
    </>
  );
}
