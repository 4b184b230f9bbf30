import type { ChatMessage, Mention } from "@/core/protocol/control-message";
import { MAX_MENTIONS } from "@/core/protocol/limits";
import { splitMentions } from "./split-mentions";

/** The beginning of a name before the caret, such as `@Me`. */
export interface MentionQuery {
  /** Where the `@` stands. */
  readonly from: number;
  /** What follows it. */
  readonly text: string;
}

// Not within an address such as ana@example.org; Chinese is written without blanks, though.
const QUERY = /(?:^|[^\p{L}\p{N}@._%+-]|\p{Script=Han})@([^@\n]{0,40})$/u;
/** More than these nobody looks through. */
const MAX_CHOICES = 6;

/** What somebody has begun to call by name just before the caret; undefined when that is not what they do. */
export function mentionQueryAt(
  text: string,
  caret: number,
): MentionQuery | undefined {
  const query = QUERY.exec(text.slice(0, caret))?.[1];
  if (query === undefined) return undefined;
  return { from: caret - query.length - 1, text: query };
}

/** Those whose name, or a word of it, begins with the query. */
export function peopleMatching(
  people: readonly Mention[],
  query: string,
): Mention[] {
  const wanted = query.toLowerCase();
  return people
    .filter(({ name }) => {
      const folded = name.toLowerCase();
      return folded.startsWith(wanted) || folded.includes(` ${wanted}`);
    })
    .slice(0, MAX_CHOICES);
}

/** Everybody who can be called: those who are here, and those who have written, by the name they had last. */
export function peopleToCall(
  here: readonly Mention[],
  messages: readonly ChatMessage[],
  me: string,
): Mention[] {
  const people = new Map<string, Mention>();
  for (const { user, name } of here) people.set(user, { user, name });
  for (const { author, name } of [...messages].reverse())
    if (!people.has(author)) people.set(author, { user: author, name });
  people.delete(me);
  return [...people.values()];
}

/**
 * Those whom a text calls by name, of those who can be, at most MAX_MENTIONS. Of several with one name those who were chosen are
 * meant, or else all.
 */
export function peopleCalled(
  text: string,
  people: readonly Mention[],
  chosen: readonly Mention[],
): Mention[] {
  const known = [...chosen, ...people];
  const names = new Set<string>();
  for (const { kind, text: piece } of splitMentions(text, known))
    if (kind === "mention") names.add(piece.slice(1));
  const called = new Map<string, Mention>();
  for (const name of names) {
    const isMeant = (one: Mention) => one.name === name;
    const meant = chosen.some(isMeant) ? chosen : people;
    for (const one of meant.filter(isMeant)) called.set(one.user, one);
  }
  return [...called.values()].slice(0, MAX_MENTIONS);
}
