import { useSelected } from "../hooks/use-store";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { timeLabel } from "../ui/time-label";
import { useChat } from "./chat-context";
import type { MessageRun as Run } from "./group-messages";
import { Message } from "./message";

interface MessageRunProps {
  readonly run: Run;
  readonly isMine: boolean;
  /** The author's colour, while they are here. */
  readonly colour: string | undefined;
  /** The seq of the message that stands out for a moment. */
  readonly lit: number | undefined;
}

/** What one person said in one go. */
export function MessageRun({ run, isMine, colour, lit }: MessageRunProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const { chat } = useChat();
  const newFrom = useSelected(chat.state, (state) => state.newFrom);
  const { at, seq } = run.messages[0];
  return (
    <div className={classNames("flex flex-col", isMine && "items-end")}>
      {seq === newFrom && <NewDivider />}
      <p className="text-fine text-ink-soft mb-1 flex max-w-full items-center gap-1.5 px-1">
        {!isMine && (
          <span
            className="bg-line-strong size-2 shrink-0 rounded-full"
            style={{ background: colour }}
          />
        )}
        <span className="text-ink truncate font-semibold">
          {isMine ? t("me") : run.name}
        </span>
        <time dateTime={new Date(at).toISOString()} className="shrink-0">
          {timeLabel(at, locale)}
        </time>
      </p>
      {run.messages.map((message, index) => (
        <div key={message.id} className="contents">
          {index > 0 && message.seq === newFrom && <NewDivider />}
          <Message
            message={message}
            isMine={isMine}
            isLit={message.seq === lit}
          />
        </div>
      ))}
    </div>
  );
}

/** Before the first message that was unread when the chat was opened. */
function NewDivider() {
  const t = useTranslations("chat");
  return (
    <p className="text-fine text-accent-strong before:bg-accent after:bg-accent my-2 flex items-center gap-3 self-stretch font-semibold before:h-px before:grow after:h-px after:grow">
      {t("new")}
    </p>
  );
}
