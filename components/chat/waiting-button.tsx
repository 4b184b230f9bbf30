import { Bell } from "lucide-react";
import type { Chat } from "@/client/chat/chat";
import type { BoardId } from "@/core/base/ids";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { Popup } from "../ui/popup";
import { usePopup } from "../ui/use-popup";
import { WaitingMessage } from "./waiting-message";

interface WaitingButtonProps {
  readonly chat: Chat;
  readonly room: BoardId;
}

/** The messages that wait for this person on other boards, and how many they are. Not there while there are none. */
export function WaitingButton({ chat, room }: WaitingButtonProps) {
  const t = useTranslations("chat");
  const { isOpen, trigger, popup } = usePopup();
  const items = useStore(chat.notifications).filter((one) => one.room !== room);
  if (items.length === 0) return null;
  return (
    <>
      <IconButton
        label={t("waitingElsewhere", { messages: items.length })}
        {...trigger}
      >
        <Bell aria-hidden="true" />
        <span className="bg-accent text-on-accent ring-surface absolute top-0.5 right-0.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full px-1 text-[0.6875rem] leading-none font-bold tabular-nums ring-2">
          {items.length}
        </span>
      </IconButton>
      {isOpen && (
        <Popup
          {...popup}
          label={t("waitingTitle")}
          side="bottom"
          className="w-80 p-2"
        >
          <h2 className="text-small text-ink-soft px-2 py-1.5 font-semibold">
            {t("waitingTitle")}
          </h2>
          <ul>
            {items.map((item) => (
              <WaitingMessage key={`${item.room} ${item.seq}`} item={item} />
            ))}
          </ul>
        </Popup>
      )}
    </>
  );
}
