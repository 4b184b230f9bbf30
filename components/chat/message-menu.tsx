import { Copy, Pencil, Reply, Trash2, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { RefObject } from "react";
import type { ChatMessage } from "@/core/protocol/control-message";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Menu, MENU_ITEM, MenuDivider, type MenuPlace } from "../ui/menu";
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
        <Item
          icon={Reply}
          label={t("reply")}
          onSelect={() => onReply(message)}
        />
      )}
      <Item
        icon={Copy}
        label={t("copy")}
        onSelect={() => void copyMessage(message.text)}
      />
      {isMine && (
        <>
          {mayChat && (
            <Item
              icon={Pencil}
              label={t("edit")}
              onSelect={() => onEdit(message)}
            />
          )}
          <MenuDivider />
          <Item
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

interface ItemProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
}

function Item({ icon: Icon, label, isDangerous, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={isDangerous ? `${MENU_ITEM} text-danger` : MENU_ITEM}
    >
      <Icon className="size-4.5" aria-hidden="true" />
      {label}
    </DropdownMenu.Item>
  );
}
