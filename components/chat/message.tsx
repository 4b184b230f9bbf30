import { Ellipsis } from "lucide-react";
import { useRef, useState, type MouseEvent } from "react";
import type { ChatMessage } from "@/core/protocol/control-message";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import type { MenuPlace } from "../ui/menu";
import { Bubble } from "./bubble";
import { useChat } from "./chat-context";
import { MessageMenu } from "./message-menu";
import { MessageText } from "./message-text";
import { Quote } from "./quote";
import { ShapeChip } from "./shape-chip";

interface MessageProps {
  readonly message: ChatMessage;
  readonly isMine: boolean;
  /** Whether it stands out, since its reader was taken to it. */
  readonly isLit: boolean;
}

/** One message, with what can be done with it: by its button, or by a right click or a long press on it. */
export function Message({ message, isMine, isLit }: MessageProps) {
  const t = useTranslations("chat");
  const { client } = useChat();
  const user = useStore(client.user);
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<MenuPlace>();
  if (message.deletedAt !== undefined)
    return (
      <p
        data-seq={message.seq}
        className="text-small text-ink-soft px-1 py-1 italic"
      >
        {t("deleted")}
      </p>
    );
  const open = () => {
    const rect = button.current?.getBoundingClientRect();
    if (rect) setPlace(place ? undefined : rect);
  };
  const onContextMenu = (event: MouseEvent) => {
    // A link has a menu of its own.
    if (event.target instanceof Element && event.target.closest("a")) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    setPlace({ x, y, width: 0, height: 0 });
  };
  return (
    <div
      data-seq={message.seq}
      onContextMenu={onContextMenu}
      className={classNames(
        "group/message flex max-w-full items-center gap-0.5 rounded-panel transition-shadow duration-300",
        isMine && "flex-row-reverse",
        isLit && "ring-accent ring-2",
      )}
    >
      <Bubble isMine={isMine}>
        {message.replyTo !== undefined && <Quote seq={message.replyTo} />}
        <MessageText
          text={message.text}
          mentions={message.mentions}
          me={user}
        />
        {message.editedAt !== undefined && (
          <span className="text-fine text-ink-soft ml-1.5">{t("edited")}</span>
        )}
        {message.shapes && <ShapeChip ids={message.shapes} />}
      </Bubble>
      <button
        ref={button}
        type="button"
        aria-label={t("actions")}
        aria-haspopup="menu"
        aria-expanded={place !== undefined}
        onClick={open}
        className="text-ink-soft hover:text-ink hover:bg-hover pointer-coarse:size-control inline-flex size-7 shrink-0 items-center justify-center rounded-control opacity-0 transition group-hover/message:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-60"
      >
        <Ellipsis className="size-4.5" aria-hidden="true" />
      </button>
      {place && (
        <MessageMenu
          message={message}
          isMine={isMine}
          place={place}
          button={button}
          onClose={() => setPlace(undefined)}
        />
      )}
    </div>
  );
}
