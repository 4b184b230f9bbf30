import { systemClock } from "@/core/base/clock";
import { useSelected, useStore } from "../hooks/use-store";
import { useLocale } from "../messages/use-locale";
import { dayLabel } from "../ui/time-label";
import { useChat } from "./chat-context";
import type { MessageDay as Day } from "./group-messages";
import { MessageRun } from "./message-run";
import { VisitLines } from "./visit-lines";

interface MessageDayProps {
  readonly day: Day;
  /** The seq of the message that stands out for a moment. */
  readonly lit: number | undefined;
}

/** The messages of one day, under its name. */
export function MessageDay({ day, lit }: MessageDayProps) {
  const locale = useLocale();
  const { client } = useChat();
  const user = useStore(client.user);
  const here = useSelected(client.people, (people) => people.here);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-fine text-ink-soft before:bg-line after:bg-line mt-3 flex items-center gap-3 font-medium before:h-px before:grow after:h-px after:grow">
        <span className="inline-block first-letter:uppercase">
          {dayLabel(day.startsAt, systemClock.now(), locale)}
        </span>
      </p>
      {day.runs.map((run) => (
        <div key={run.messages[0].id}>
          <MessageRun
            run={run}
            isMine={run.author === user}
            colour={here.find((person) => person.user === run.author)?.colour}
            lit={lit}
          />
          <VisitLines visits={run.visits} />
        </div>
      ))}
    </div>
  );
}
