import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { useChat } from "./chat-context";

/** The message that another one answers, in one line. A click goes there. */
export function Quote({ seq }: { readonly seq: number }) {
  const t = useTranslations("chat");
  const { chat } = useChat();
  const message = useSelected(chat.state, ({ messages }) =>
    messages.find((one) => one.seq === seq),
  );
  const text = message?.deletedAt === undefined ? message?.text : t("deleted");
  return (
    <button
      type="button"
      onClick={() => chat.goTo(seq)}
      className="border-accent bg-surface hover:bg-hover mb-1 flex min-h-7 w-full min-w-0 flex-col rounded-key border-l-3 px-2 py-1 text-left transition-colors"
    >
      <span className="sr-only">{t("answers")}</span>
      {message && (
        <span className="text-fine max-w-full truncate font-semibold">
          {message.name}
        </span>
      )}
      <span className="text-small text-ink-soft line-clamp-2 max-w-full wrap-anywhere">
        {text ?? t("earlier")}
      </span>
    </button>
  );
}
