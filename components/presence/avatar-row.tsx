import { lazy } from "react";
import type { Collaboration } from "@/client/collaboration/collaboration";
import type { Person } from "@/client/sync/people";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { hintAttributes } from "../ui/hint";
import { LateRegion } from "../ui/late-region";
import { Avatar } from "./avatar";
import { MyAvatar } from "./my-avatar";

const AvatarBadge = lazy(async () => ({
  default: (await import("./avatar-badge")).AvatarBadge,
}));

interface AvatarRowProps {
  /** Me first. */
  readonly people: readonly Person[];
  readonly collaboration: Collaboration | undefined;
  readonly onRename: (name: string) => void;
}

/** Discs beyond this many become a number. */
const MAX_AVATARS = 5;

/** Keeps overlapping discs apart. */
const RING = "rounded-full ring-2 ring-surface";

/** Who is here, as overlapping discs. Mine opens the field for my name. A phone has room for mine alone. */
export function AvatarRow({ people, collaboration, onRename }: AvatarRowProps) {
  const t = useTranslations("people");
  const shown = people.slice(0, MAX_AVATARS);
  const hidden = people.length - shown.length;
  const badge = ({ user }: Person) =>
    collaboration && (
      <LateRegion>
        <AvatarBadge collaboration={collaboration} user={user} />
      </LateRegion>
    );
  return (
    <ul className="flex -space-x-1.5" aria-label={t("panel")}>
      {shown.map((person) =>
        person.isMe ? (
          <li key={person.user} className="relative flex">
            <MyAvatar person={person} onRename={onRename} />
            {badge(person)}
          </li>
        ) : (
          <li key={person.user} className="relative flex max-sm:hidden">
            <span
              role="img"
              aria-label={person.name}
              className={RING}
              {...hintAttributes({ label: person.name, side: "bottom" })}
            >
              <Avatar name={person.name} colour={person.colour} />
            </span>
            {badge(person)}
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
