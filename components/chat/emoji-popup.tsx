import { useTranslations } from "../messages/use-translations";
import { Popup } from "../ui/popup";
import type { PopupProps } from "../ui/use-popup";
import { EMOJI, type EmojiGroup } from "./emoji";

const GROUPS = Object.keys(EMOJI) as EmojiGroup[];

/** A small set of emoji to choose from. */
export function EmojiPopup({
  onChoose,
  ...popup
}: PopupProps & { readonly onChoose: (emoji: string) => void }) {
  const t = useTranslations("chat");
  return (
    <Popup {...popup} label={t("emoji")} side="top" className="w-80 p-2">
      {GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(`emojiGroups.${group}`)}>
          <p
            aria-hidden="true"
            className="text-fine text-ink-soft px-1.5 pt-1.5 pb-0.5 font-semibold"
          >
            {t(`emojiGroups.${group}`)}
          </p>
          <div className="grid grid-cols-8 max-sm:grid-cols-6">
            {EMOJI[group].split(" ").map((emoji) => (
              <button
                key={emoji}
                type="button"
                onClick={() => onChoose(emoji)}
                className="hover:bg-hover text-title flex h-9 items-center justify-center rounded-chip max-sm:h-11"
              >
                {emoji}
              </button>
            ))}
          </div>
        </div>
      ))}
    </Popup>
  );
}
