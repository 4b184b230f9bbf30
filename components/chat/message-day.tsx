import type { Person } from "@/client/sync/people";
import { systemClock } from "@/core/base/clock";
import type { UserId } from "@/core/base/ids";
import { useLocale } from "../messages/use-locale";
import { dayLabel } from "../ui/time-label";
import type { MessageDay as Day } from "./group-messages";
import { MessageRun } from "./message-run";

interface MessageDayProps {
  readonly day: Day;
  /** Who reads. */
  readonly user: UserId;
  readonly here: readonly Person[];
}

/** The messages of one day, under its name. */
export function MessageDay({ day, user, here }: MessageDayProps) {
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-3">
      <p className="text-fine text-ink-soft before:bg-line after:bg-line mt-3 flex items-center gap-3 font-medium before:h-px before:grow after:h-px after:grow">
        <span className="inline-block first-letter:uppercase">
          {dayLabel(day.startsAt, systemClock.now(), locale)}
        </span>
      </p>
      {day.runs.map((run) => (
        <MessageRun
          key={run.messages[0].id}
          run={run}
          isMine={run.author === user}
          colour={here.find((person) => person.user === run.author)?.colour}
        />
      ))}
    </div>
  );
}
