import { lazy, type ReactNode } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { useTranslations } from "../messages/use-translations";
import { LateRegion } from "../ui/late-region";
import { usePopup } from "../ui/use-popup";

const PeoplePopup = lazy(async () => ({
  default: (await import("./people-popup")).PeoplePopup,
}));

/** Above this the exact number tells nobody anything. */
const MAX_COUNT = 99;

interface PeopleButtonProps {
  readonly client: BoardClient;
  readonly count: number;
}

/** How many people are here; opens the list of them. There only when there is somebody else. */
export function PeopleButton({ client, count }: PeopleButtonProps) {
  const t = useTranslations("people");
  const { isOpen, trigger, popup } = usePopup();
  // Whoever reads the list goes on reading when the last of the others has left.
  if (count < 2 && !isOpen) return null;
  return (
    <>
      <button
        type="button"
        {...trigger}
        className="text-small hover:bg-hover aria-expanded:bg-hover h-control rounded-control px-2 font-medium whitespace-nowrap tabular-nums transition-colors max-sm:min-w-8 max-sm:px-1.5"
      >
        {count > MAX_COUNT
          ? t.rich("countMany", { people: String(MAX_COUNT), unit })
          : t.rich("count", { people: count, unit })}
      </button>
      {isOpen && (
        <LateRegion>
          <PeoplePopup {...popup} client={client} />
        </LateRegion>
      )}
    </>
  );
}

/** A phone has no room for the word, but says it. */
const unit = (text: ReactNode) => (
  <span className="max-sm:sr-only">{text}</span>
);
