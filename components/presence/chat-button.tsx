import { MessageCircle } from "lucide-react";
import type { ComponentProps } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";

/** The exact number of more tells nobody anything. */
const MAX_UNREAD = 99;

/** Opens and closes the chat, and shows how much of it is new, and by a dot that messages wait on other boards. */
export function ChatButton({
  client,
  ...rest
}: ComponentProps<"button"> & { readonly client: BoardClient }) {
  const t = useTranslations("chat");
  const unread = useStore(client.chat.unread);
  const waiting = useStore(client.chat.waiting);
  const count = unread > MAX_UNREAD ? `${MAX_UNREAD}+` : String(unread);
  return (
    <IconButton
      label={
        unread > 0
          ? t("titleUnread", { unread: count })
          : waiting > 0
            ? t("titleWaiting", { messages: waiting })
            : t("title")
      }
      shortcut="Shift+C"
      hintSide="bottom"
      {...rest}
    >
      <MessageCircle aria-hidden="true" />
      {unread === 0 && waiting > 0 && (
        <span className="bg-accent ring-surface animate-appear absolute top-1.5 right-1.5 size-2.5 rounded-full ring-2" />
      )}
      {unread > 0 && (
        <span className="bg-accent text-on-accent ring-surface animate-appear absolute top-0.5 right-0.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full px-1 text-[0.6875rem] leading-none font-bold tabular-nums ring-2">
          {count}
        </span>
      )}
    </IconButton>
  );
}
