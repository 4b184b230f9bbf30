import type { Person } from "@/client/sync/people";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { Popup } from "../ui/popup";
import { timeLabel } from "../ui/time-label";
import type { PopupProps } from "../ui/use-popup";
import { Avatar } from "./avatar";

/** Everybody who is here, me first, and since when. */
export function PeoplePopup({
  here,
  ...popup
}: PopupProps & { readonly here: readonly Person[] }) {
  const t = useTranslations("people");
  return (
    <Popup {...popup} label={t("here")} side="bottom" className="w-72 p-2">
      <h2 className="text-small text-ink-soft px-2 py-1.5 font-semibold">
        {t("here")}
      </h2>
      <ul>
        {here.map((person) => (
          <PersonRow key={person.user} person={person} />
        ))}
      </ul>
    </Popup>
  );
}

function PersonRow({ person }: { readonly person: Person }) {
  const t = useTranslations("people");
  const locale = useLocale();
  return (
    <li className="flex items-center gap-3 px-2 py-1.5">
      <Avatar name={person.name} colour={person.colour} />
      <span className="truncate font-medium">{person.name}</span>
      <span className="text-small text-ink-soft ml-auto shrink-0">
        {person.isMe
          ? t("you")
          : t("since", { time: timeLabel(person.joinedAt, locale) })}
      </span>
    </li>
  );
}
