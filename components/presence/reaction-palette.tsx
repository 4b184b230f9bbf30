import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Collaboration } from "@/client/collaboration/collaboration";
import type { Editor } from "@/client/editor/editor";
import { REACTIONS } from "@/core/protocol/reactions";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { moveFocus } from "../ui/move-focus";

interface ReactionPaletteProps {
  readonly editor: Editor;
  readonly collaboration: Collaboration;
}

/** The reactions that one can throw up. Stays open, since one clap is no applause. */
export function ReactionPalette({
  editor,
  collaboration,
}: ReactionPaletteProps) {
  const t = useTranslations("people");
  const first = useRef<HTMLButtonElement>(null);
  const close = () => editor.openPanel.set(undefined);
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className="pointer-events-none absolute inset-x-2 bottom-32 z-30 flex justify-center wide:bottom-20">
      <div
        role="dialog"
        aria-label={t("reactions")}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") return close();
          moveFocus(event);
        }}
        className="bg-surface shadow-float animate-appear pointer-events-auto flex max-w-full flex-wrap items-center justify-center rounded-panel p-1"
      >
        {REACTIONS.map((emoji, i) => (
          <button
            key={emoji}
            ref={i === 0 ? first : undefined}
            type="button"
            aria-label={t(`emoji.${emoji}`)}
            onClick={() => collaboration.react(emoji)}
            className="hover:bg-hover size-control rounded-control text-title flex items-center justify-center transition-transform active:scale-90"
          >
            <span aria-hidden="true">{emoji}</span>
          </button>
        ))}
        <IconButton label={t("closeReactions")} onClick={close}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}
