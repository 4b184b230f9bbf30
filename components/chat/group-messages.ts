import type { ChatVisit } from "@/client/chat/chat-state";
import type { ChatMessage } from "@/core/protocol/control-message";

/** Messages of one author that follow each other closely. */
export interface MessageRun {
  readonly author: string;
  /** As it was when the first of them was written. */
  readonly name: string;
  readonly messages: readonly [ChatMessage, ...ChatMessage[]];
  /** Who came and went after it and before the next. */
  readonly visits: readonly ChatVisit[];
}

export interface MessageDay {
  /** The first moment of the day, milliseconds since 1970. */
  readonly startsAt: number;
  readonly runs: readonly MessageRun[];
}

/** After a pause this long an author is named again; milliseconds. */
const PAUSE = 5 * 60_000;

/**
 * Puts messages under their days and authors.
 *
 * @param messages By rising seq.
 * @param visits By rising time. Those before the first message are left out.
 * @param startOfDay The first moment of the day that a time lies in; where a day begins is the reader's matter.
 */
export function groupMessages(
  messages: readonly ChatMessage[],
  startOfDay: (at: number) => number,
  visits: readonly ChatVisit[] = [],
): MessageDay[] {
  const days: { startsAt: number; runs: OpenRun[] }[] = [];
  let last: ChatMessage | undefined;
  let nextVisit = 0;
  const takeVisits = (before: number) => {
    const run = days.at(-1)?.runs.at(-1);
    for (; (visits[nextVisit]?.at ?? Infinity) < before; nextVisit++)
      run?.visits.push(visits[nextVisit]!);
  };
  for (const message of messages) {
    takeVisits(message.at);
    const startsAt = startOfDay(message.at);
    const day = days.at(-1);
    const run = day?.runs.at(-1);
    if (day?.startsAt !== startsAt)
      days.push({ startsAt, runs: [beginRun(message)] });
    else if (run?.visits.length === 0 && last && follows(last, message))
      run.messages.push(message);
    else day.runs.push(beginRun(message));
    last = message;
  }
  takeVisits(Infinity);
  return days;
}

type OpenRun = MessageRun & {
  messages: [ChatMessage, ...ChatMessage[]];
  visits: ChatVisit[];
};

const beginRun = (message: ChatMessage): OpenRun => ({
  author: message.author,
  name: message.name,
  messages: [message],
  visits: [],
});

const follows = (before: ChatMessage, message: ChatMessage): boolean =>
  before.author === message.author &&
  before.name === message.name &&
  message.at - before.at < PAUSE;
