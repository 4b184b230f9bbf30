import type { Person } from "@/client/sync/people";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { hintAttributes } from "../ui/hint";
import { Avatar } from "./avatar";
import { MyAvatar } from "./my-avatar";

interface AvatarRowProps {
  /** Me first. */
  readonly people: readonly Person[];
  readonly onRename: (name: string) => void;
}

/** Discs beyond this many become a number. */
const MAX_AVATARS = 5;

/** Keeps overlapping discs apart. */
const RING = "rounded-full ring-2 ring-surface";

/** Who is here, as overlapping discs. Mine opens the field for my name. A phone has room for mine alone. */
export function AvatarRow({ people, onRename }: AvatarRowProps) {
  const t = useTranslations("people");
  const shown = people.slice(0, MAX_AVATARS);
  const hidden = people.length - shown.length;
  return (
    <ul className="flex -space-x-1.5" aria-label={t("panel")}>
      {shown.map((person) =>
        person.isMe ? (
          <li key={person.user} className="flex">
            <MyAvatar person={person} onRename={onRename} />
          </li>
        ) : (
          <li key={person.user} className="flex max-sm:hidden">
            <span
              role="img"
              aria-label={person.name}
              className={RING}
              {...hintAttributes({ label: person.name, side: "bottom" })}
            >
              <Avatar name={person.name} colour={person.colour} />
            </span>
          </li>
        ),
      )}
      {hidden > 0 && (
        <li
          aria-label={t("more", { people: String(hidden) })}
          className={classNames(
            RING,
            "text-fine bg-pressed flex size-8 items-center justify-center font-semibold max-sm:hidden",
          )}
        >
          +{hidden}
        </li>
      )}
    </ul>
  );
}
