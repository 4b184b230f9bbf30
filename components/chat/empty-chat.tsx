import { MessagesSquare } from "lucide-react";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { useChat } from "./chat-context";

/** In place of a conversation that has not begun. */
export function EmptyChat() {
  const t = useTranslations("chat");
  const { client } = useChat();
  const mayChat = useSelected(client.access.mine, (mine) => mine.mayChat);
  return (
    <div className="text-ink-soft m-auto flex max-w-52 flex-col items-center text-center">
      <span className="bg-sunken mb-3 flex size-12 items-center justify-center rounded-full">
        <MessagesSquare className="size-5" aria-hidden="true" />
      </span>
      <p className="text-ink font-semibold">{t("empty")}</p>
      {mayChat && (
        <p className="text-small mt-1 text-pretty">{t("emptyText")}</p>
      )}
    </div>
  );
}
