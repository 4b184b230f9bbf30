import { Copy, Pencil, Reply, Trash2 } from "lucide-react";
import type { RefObject } from "react";
import type { ChatMessage } from "@/core/protocol/control-message";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Menu, MenuDivider, type MenuPlace } from "../ui/menu";
import { MenuAction } from "../ui/menu-action";
import { useChat } from "./chat-context";
import { copyMessage } from "./copy-message";

interface MessageMenuProps {
  readonly message: ChatMessage;
  readonly isMine: boolean;
  readonly place: MenuPlace;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** What can be done with a message. */
export function MessageMenu({
  message,
  isMine,
  place,
  button,
  onClose,
}: MessageMenuProps) {
  const t = useTranslations("chat");
  const { client, onReply, onEdit, onDelete } = useChat();
  const mayChat = useSelected(client.access.mine, (mine) => mine.mayChat);
  return (
    <Menu label={t("actions")} place={place} button={button} onClose={onClose}>
      {mayChat && (
        <MenuAction
          icon={Reply}
          label={t("reply")}
          onSelect={() => onReply(message)}
        />
      )}
      <MenuAction
        icon={Copy}
        label={t("copy")}
        onSelect={() => void copyMessage(message.text)}
      />
      {isMine && (
        <>
          {mayChat && (
            <MenuAction
              icon={Pencil}
              label={t("edit")}
              onSelect={() => onEdit(message)}
            />
          )}
          <MenuDivider />
          <MenuAction
            icon={Trash2}
            label={t("delete")}
            isDangerous
            onSelect={() => onDelete(message)}
          />
        </>
      )}
    </Menu>
  );
}
