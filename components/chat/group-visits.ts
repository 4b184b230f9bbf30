import type { ChatVisit } from "@/client/chat/chat-state";

/** People who came, or went, one after the other. */
export interface VisitGroup {
  readonly event: ChatVisit["event"];
  readonly names: readonly string[];
  /** When the first of them did. Milliseconds since 1970. */
  readonly at: number;
}

/** Puts visits that follow each other into one line for all who came and one for all who went. */
export function groupVisits(visits: readonly ChatVisit[]): VisitGroup[] {
  const groups: { event: ChatVisit["event"]; names: string[]; at: number }[] =
    [];
  for (const { event, name, at } of visits) {
    const last = groups.at(-1);
    if (last?.event !== event) groups.push({ event, names: [name], at });
    else if (!last.names.includes(name)) last.names.push(name);
  }
  return groups;
}
