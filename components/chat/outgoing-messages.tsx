import { Clock, RotateCcw, Trash2, TriangleAlert } from "lucide-react";
import type { OutgoingMessage } from "@/client/chat/chat-state";
import { useTranslations } from "../messages/use-translations";
import { Bubble } from "./bubble";
import { useChat } from "./chat-context";
import { MessageText } from "./message-text";
import { Quote } from "./quote";
import { ShapeChip } from "./shape-chip";

interface OutgoingMessagesProps {
  readonly messages: readonly OutgoingMessage[];
  /** Whether they go on with what I said last, so that they need no name. */
  readonly followMine: boolean;
}

/** My messages that the server does not have yet, and what became of them. */
export function OutgoingMessages({
  messages,
  followMine,
}: OutgoingMessagesProps) {
  const t = useTranslations("chat");
  if (messages.length === 0) return null;
  return (
    <div className={followMine ? "flex flex-col" : "mt-3 flex flex-col"}>
      {!followMine && (
        <p className="text-fine mb-1 self-end px-1 font-semibold">{t("me")}</p>
      )}
      {messages.map((message) =>
        message.state === "refused" ? (
          <Refused key={message.nonce} message={message} />
        ) : (
          <Waiting key={message.nonce} message={message} />
        ),
      )}
    </div>
  );
}

const ANSWER =
  "hover:bg-danger-soft ml-1 inline-flex min-h-6 items-center gap-1 rounded-key px-1.5 font-semibold underline underline-offset-2";

function Outgoing({ message }: { readonly message: OutgoingMessage }) {
  const { text, mentions, replyTo, shapes } = message;
  return (
    <Bubble isMine>
      {replyTo !== undefined && <Quote seq={replyTo} />}
      <MessageText text={text} mentions={mentions} />
      {shapes && <ShapeChip ids={shapes} />}
    </Bubble>
  );
}

function Waiting({ message }: { readonly message: OutgoingMessage }) {
  const t = useTranslations("chat");
  return (
    <div className="flex items-center justify-end gap-1.5">
      {/* Comes late: an answer that is there at once needs no mark. */}
      <span className="text-ink-soft animate-appear-late" title={t("waiting")}>
        <Clock className="size-3.5" aria-hidden="true" />
        <span className="sr-only">{t("waiting")}</span>
      </span>
      <Outgoing message={message} />
    </div>
  );
}

function Refused({ message }: { readonly message: OutgoingMessage }) {
  const t = useTranslations("chat");
  const { chat } = useChat();
  return (
    <div className="flex flex-col items-end">
      <Outgoing message={message} />
      <p className="text-fine text-danger mt-1 mb-1 flex items-center gap-1 px-1 font-medium">
        <TriangleAlert className="size-3.5" aria-hidden="true" />
        {t("refused")}
        <button
          type="button"
          onClick={() => chat.retry(message.nonce)}
          className={ANSWER}
        >
          <RotateCcw className="size-3" aria-hidden="true" />
          {t("retry")}
        </button>
        <button
          type="button"
          onClick={() => chat.discard(message.nonce)}
          className={ANSWER}
        >
          <Trash2 className="size-3" aria-hidden="true" />
          {t("delete")}
        </button>
      </p>
    </div>
  );
}
