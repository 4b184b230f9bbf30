import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { timeLabel } from "../ui/time-label";
import { Bubble } from "./bubble";
import type { MessageRun as Run } from "./group-messages";
import { MessageText } from "./message-text";

interface MessageRunProps {
  readonly run: Run;
  readonly isMine: boolean;
  /** The author's colour, while they are here. */
  readonly colour: string | undefined;
}

/** What one person said in one go. */
export function MessageRun({ run, isMine, colour }: MessageRunProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const { at } = run.messages[0];
  return (
    <div className={classNames("flex flex-col", isMine && "items-end")}>
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
      {run.messages.map((message) => (
        <Bubble key={message.id} isMine={isMine}>
          <MessageText text={message.text} />
        </Bubble>
      ))}
    </div>
  );
}
