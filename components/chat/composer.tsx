import { useRef, useState, type KeyboardEvent, type SubmitEvent } from "react";
import type { ChatMessage } from "@/core/protocol/control-message";
import { MAX_CHAT_LENGTH } from "@/core/protocol/limits";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { AttachedShapes, useAttachedShapes } from "./attached-shapes";
import { useChat } from "./chat-context";
import { ComposerTools } from "./composer-tools";
import { MentionList } from "./mention-list";
import { PurposeBanner } from "./purpose-banner";
import { SendButton } from "./send-button";
import { SlowNote } from "./slow-note";
import { useFirstFocus } from "./use-first-focus";
import { useMentions } from "./use-mentions";

/** What is being written: something new, an answer, or another text for one's own message. */
export type Purpose =
  | { readonly kind: "write" }
  | { readonly kind: "reply"; readonly message: ChatMessage }
  | { readonly kind: "edit"; readonly message: ChatMessage };

interface ComposerProps {
  readonly purpose: Purpose;
  readonly onPurpose: (purpose: Purpose) => void;
  /** What was begun before. */
  readonly draft: string;
  /** Hears each change of a text that is not an edit. */
  readonly onDraft: (text: string) => void;
}

/** From this many characters before the limit on, the rest is counted down. */
const COUNT_FROM = 400;

/** Where a message is written. Enter sends it, Shift+Enter begins a new line, the up arrow goes back to one's last message. */
export function Composer({
  purpose,
  onPurpose,
  draft,
  onDraft,
}: ComposerProps) {
  const t = useTranslations("chat");
  const { chat, client } = useChat();
  const user = useStore(client.user);
  const isEdit = purpose.kind === "edit";
  const [text, setText] = useState(isEdit ? purpose.message.text : draft);
  const [isOffline, setOffline] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useFirstFocus(field, purpose.kind);
  const shapes = useAttachedShapes(client.editor);
  const write = (next: string) => {
    setText(next);
    if (isEdit) return;
    onDraft(next);
    if (next.trim() !== "") chat.isTyping();
  };
  const insert = (added: string, from?: number) => {
    const { current } = field;
    const end = current?.selectionEnd ?? text.length;
    const start = from ?? current?.selectionStart ?? end;
    write(text.slice(0, start) + added + text.slice(end));
    const caret = start + added.length;
    requestAnimationFrame(() => {
      current?.focus();
      current?.setSelectionRange(caret, caret);
    });
  };
  const mentions = useMentions(field, (name, from) =>
    insert(`@${name} `, from),
  );
  const remaining = MAX_CHAT_LENGTH - text.length;
  const canSend = text.trim() !== "" && remaining >= 0;

  const leave = () => onPurpose({ kind: "write" });
  const send = () => {
    if (!canSend) return;
    const wanted = text.trim();
    if (isEdit) {
      const isUnchanged = wanted === purpose.message.text;
      if (isUnchanged || chat.edit(purpose.message.seq, wanted)) return leave();
      return setOffline(true);
    }
    chat.send({
      text: wanted,
      mentions: mentions.calledIn(wanted),
      ...(purpose.kind === "reply" && { replyTo: purpose.message.seq }),
      ...(shapes.ids.length > 0 && { shapes: shapes.ids }),
    });
    write("");
    shapes.clear();
    leave();
  };
  const editLast = () => {
    const { messages } = chat.state.get();
    const last = messages
      .filter(
        ({ author, deletedAt }) => author === user && deletedAt === undefined,
      )
      .at(-1);
    if (last) onPurpose({ kind: "edit", message: last });
    return last !== undefined;
  };
  /** Says whether the key was meant for the composer. */
  const answer = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (mentions.answer(key)) return true;
    if (key === "Enter" && !shiftKey) {
      send();
      return true;
    }
    if (key === "Escape" && purpose.kind !== "write") {
      leave();
      return true;
    }
    return key === "ArrowUp" && text === "" && editLast();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the writing of a Chinese or Japanese word, which is not the end of the message.
    if (event.nativeEvent.isComposing || !answer(event)) return;
    event.preventDefault();
  };

  return (
    <form
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        send();
      }}
      className="relative p-2 pt-0"
    >
      <MentionList {...mentions.list} />
      <PurposeBanner purpose={purpose} onLeave={leave} />
      {!isEdit && <AttachedShapes editor={client.editor} shapes={shapes} />}
      <div className="bg-surface focus-within:outline-accent rounded-panel shadow-[inset_0_0_0_1px_var(--color-line-strong)] focus-within:outline-2 focus-within:-outline-offset-1">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={isEdit ? t("editing") : t("placeholder")}
          placeholder={t("placeholder")}
          enterKeyHint="send"
          {...mentions.attributes}
          onChange={(event) => write(event.target.value)}
          onSelect={mentions.look}
          onBlur={mentions.close}
          onKeyDown={onKeyDown}
          className="placeholder:text-ink-soft field-sizing-content max-h-36 min-h-control w-full resize-none bg-transparent px-3.5 pt-2.5 outline-none max-sm:text-input"
        />
        <div className="flex items-center px-1 pb-1">
          <ComposerTools
            editor={client.editor}
            canAttach={!isEdit}
            onAttach={shapes.attachSelection}
            onInsert={(emoji) => insert(emoji)}
            onCall={() => insert("@")}
          />
          <SendButton isEdit={isEdit} isEnabled={canSend} />
        </div>
      </div>
      {!isEdit && <SlowNote access={client.access} />}
      {(remaining <= COUNT_FROM || isOffline) && (
        <p
          aria-live="polite"
          className={classNames(
            "text-fine px-2 pt-1 text-right",
            remaining < 0 || isOffline
              ? "text-danger font-semibold"
              : "text-ink-soft",
          )}
        >
          {remaining < 0
            ? t("tooLong", { characters: -remaining })
            : isOffline
              ? t("offline")
              : t("remaining", { characters: remaining })}
        </p>
      )}
    </form>
  );
}
