import { MessageCircle } from "lucide-react";
import type { ComponentProps } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";

/** The exact number of more tells nobody anything. */
const MAX_UNREAD = 99;

/** Opens and closes the chat, and shows how much of it is new. */
export function ChatButton({
  client,
  ...rest
}: ComponentProps<"button"> & { readonly client: BoardClient }) {
  const t = useTranslations("chat");
  const unread = useSelected(client.chat.state, (chat) => chat.unread);
  const count = unread > MAX_UNREAD ? `${MAX_UNREAD}+` : String(unread);
  return (
    <IconButton
      label={unread > 0 ? t("titleUnread", { unread: count }) : t("title")}
      shortcut="Shift+C"
      hintSide="bottom"
      {...rest}
    >
      <MessageCircle aria-hidden="true" />
      {unread > 0 && (
        <span className="bg-accent text-on-accent ring-surface animate-appear absolute top-0.5 right-0.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full px-1 text-[0.6875rem] leading-none font-bold tabular-nums ring-2">
          {count}
        </span>
      )}
    </IconButton>
  );
}
