import { lazy } from "react";
import type { Person } from "@/client/sync/people";
import { useTranslations } from "../messages/use-translations";
import { hintAttributes } from "../ui/hint";
import { LateRegion } from "../ui/late-region";
import { usePopup } from "../ui/use-popup";
import { Avatar } from "./avatar";

const RenamePopup = lazy(async () => ({
  default: (await import("./rename-popup")).RenamePopup,
}));

interface MyAvatarProps {
  /** Me. */
  readonly person: Person;
  readonly onRename: (name: string) => void;
}

/** My own disc; opens the field for my name. */
export function MyAvatar({ person, onRename }: MyAvatarProps) {
  const t = useTranslations("people");
  const { isOpen, trigger, popup } = usePopup();
  return (
    <>
      <button
        type="button"
        {...trigger}
        aria-label={t("me", { name: person.name })}
        className="ring-surface relative rounded-full ring-2 transition-transform before:absolute before:-inset-1.5 hover:scale-105"
        {...hintAttributes({
          label: `${person.name} (${t("you")})`,
          side: "bottom",
        })}
      >
        <Avatar name={person.name} colour={person.colour} />
      </button>
      {isOpen && (
        <LateRegion>
          <RenamePopup {...popup} name={person.name} onRename={onRename} />
        </LateRegion>
      )}
    </>
  );
}
