import { SendHorizontal } from "lucide-react";
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type SubmitEvent,
} from "react";
import { MAX_CHAT_LENGTH } from "@/core/protocol/limits";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";

/** From this many characters before the limit on, the rest is counted down. */
const COUNT_FROM = 400;

/** Where a message is written. Enter sends it, Shift+Enter begins a new line. */
export function Composer({
  onSend,
}: {
  readonly onSend: (text: string) => void;
}) {
  const t = useTranslations("chat");
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Not where that would bring up a keyboard over what one came to read.
    if (matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, []);
  const remaining = MAX_CHAT_LENGTH - text.length;
  const canSend = text.trim() !== "" && remaining >= 0;

  const send = () => {
    if (!canSend) return;
    onSend(text.trim());
    setText("");
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the writing of a Chinese or Japanese word, which is not the end of the message.
    const isComposing = event.nativeEvent.isComposing;
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form onSubmit={onSubmit} className="p-2 pt-0">
      <div className="bg-surface focus-within:outline-accent flex items-end rounded-panel shadow-[inset_0_0_0_1px_var(--color-line-strong)] focus-within:outline-2 focus-within:-outline-offset-1">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={t("placeholder")}
          placeholder={t("placeholder")}
          enterKeyHint="send"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="placeholder:text-ink-soft field-sizing-content max-h-36 min-h-control grow resize-none self-center bg-transparent px-3.5 py-2.5 outline-none max-sm:text-input"
        />
        <button
          type="submit"
          aria-label={t("send")}
          disabled={!canSend}
          className="size-control text-accent hover:bg-hover disabled:text-ink-soft inline-flex shrink-0 items-center justify-center rounded-panel transition-colors disabled:opacity-50 disabled:hover:bg-transparent"
        >
          <SendHorizontal className="size-5" aria-hidden="true" />
        </button>
      </div>
      {remaining <= COUNT_FROM && (
        <p
          aria-live="polite"
          className={classNames(
            "text-fine px-2 pt-1 text-right",
            remaining < 0 ? "text-danger font-semibold" : "text-ink-soft",
          )}
        >
          {remaining < 0
            ? t("tooLong", { characters: -remaining })
            : t("remaining", { characters: remaining })}
        </p>
      )}
    </form>
  );
}
