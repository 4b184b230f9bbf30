import type { Mention } from "@/core/protocol/control-message";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";

interface MentionListProps {
  readonly id: string;
  readonly people: readonly Mention[];
  /** The index of the one that Enter chooses. */
  readonly marked: number;
  readonly onChoose: (person: Mention) => void;
}

/** Above the field: whom a name that was begun may mean. The keys stay with the field. */
export function MentionList({
  id,
  people,
  marked,
  onChoose,
}: MentionListProps) {
  const t = useTranslations("chat");
  if (people.length === 0) return null;
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t("mention")}
      className="bg-surface shadow-float animate-appear absolute inset-x-2 bottom-full z-10 rounded-control p-1"
    >
      {people.map((person, index) => (
        <li
          key={person.user}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          // The field must not lose the focus, and with it the caret.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
          className={classNames(
            "h-control flex cursor-pointer items-center truncate rounded-chip px-3 font-medium",
            index === marked && "bg-hover",
          )}
        >
          {person.name}
        </li>
      ))}
    </ul>
  );
}
