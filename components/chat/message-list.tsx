import { ArrowDown } from "lucide-react";
import { useCallback, useEffect, useMemo } from "react";
import { useHasFocus } from "../hooks/use-has-focus";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { startOfDay } from "../ui/time-label";
import { useChat } from "./chat-context";
import { EmptyChat } from "./empty-chat";
import { groupMessages } from "./group-messages";
import { MessageDay } from "./message-day";
import { OutgoingMessages } from "./outgoing-messages";
import { useEndAnchor } from "./use-end-anchor";
import { useMessageTarget } from "./use-message-target";

/** The conversation, oldest first. Asks for more when its reader nears the top, and tells the chat when it is read. */
export function MessageList() {
  const t = useTranslations("chat");
  const { chat, client } = useChat();
  const { messages, outgoing, hasMore, isLoading, hasFailedToChange } =
    useStore(chat.state);
  const visits = useStore(chat.visits);
  const user = useStore(client.user);
  const days = useMemo(
    () => groupMessages(messages, startOfDay, visits),
    [messages, visits],
  );
  const { list, isAtEnd, onScroll, goToEnd } = useEndAnchor({
    first: messages[0]?.id,
    last: `${outgoing.at(-1)?.nonce ?? messages.at(-1)?.id} ${visits.length}`,
    onNearTop: useCallback(() => chat.loadOlder(), [chat]),
  });
  const lit = useMessageTarget(chat, list);

  const isReading = useHasFocus() && isAtEnd;
  useEffect(() => {
    chat.setReading(isReading);
    return () => chat.setReading(false);
  }, [chat, isReading]);

  const isEmpty = messages.length === 0 && outgoing.length === 0;
  return (
    <div className="relative min-h-0 grow">
      <div
        ref={list}
        role="log"
        aria-label={t("messages")}
        aria-busy={isLoading}
        tabIndex={0}
        onScroll={onScroll}
        className="flex h-full flex-col overflow-y-auto overscroll-contain px-3 pb-1 [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        {isEmpty && !isLoading && <EmptyChat />}
        {!isEmpty && (
          <p className="text-fine text-ink-soft mt-auto min-h-4 pt-3 text-center">
            {hasMore ? isLoading && t("older") : t("beginning")}
          </p>
        )}
        {days.map((day) => (
          <MessageDay key={day.startsAt} day={day} lit={lit} />
        ))}
        <OutgoingMessages
          messages={outgoing}
          followMine={messages.at(-1)?.author === user}
        />
      </div>
      {hasFailedToChange && (
        <p
          role="alert"
          className="text-small text-danger bg-danger-soft absolute inset-x-3 top-2 rounded-control px-3 py-2 font-medium"
        >
          {t("notChanged")}
        </p>
      )}
      {!isAtEnd && (
        <Button
          look="filled"
          onClick={goToEnd}
          className="text-small animate-appear shadow-float absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full"
        >
          <ArrowDown className="size-4" aria-hidden="true" />
          {t("latest")}
        </Button>
      )}
    </div>
  );
}
