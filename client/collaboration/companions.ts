import type { Person } from "../sync/people";
import type { MemberActivity } from "./member-activities";

/** A person in the room, and what they do. */
export interface Companion extends Person {
  /** The name of the tool in their hand; undefined while it is not known. */
  readonly tool: string | undefined;
  /** Whether none of their tabs is being used. */
  readonly isIdle: boolean;
  /** Milliseconds since 1970; undefined while no hand is raised. */
  readonly handRaisedAt: number | undefined;
  readonly followsMe: boolean;
}

export interface CompanionsOptions {
  readonly people: readonly Person[];
  readonly activityOf: (slot: number) => MemberActivity | undefined;
  /** The slot of this page. */
  readonly mySlot: number | undefined;
}

/** Everybody in the order of the list: me, whose the room is, raised hands as they were raised, the others as they came. */
export function companionsOf({
  people,
  activityOf,
  mySlot,
}: CompanionsOptions): Companion[] {
  const companions = people.map((person) => {
    const known = person.slots.flatMap((slot) => activityOf(slot) ?? []);
    const hands = known.flatMap(({ handRaisedAt }) => handRaisedAt ?? []);
    const busy = known.filter(({ idle }) => !idle).at(-1);
    return {
      ...person,
      tool: (busy ?? known.at(-1))?.tool,
      isIdle: known.length > 0 && !busy,
      handRaisedAt: hands.length > 0 ? Math.min(...hands) : undefined,
      followsMe: known.some(
        ({ slot, following }) =>
          slot !== mySlot && following !== undefined && following === mySlot,
      ),
    };
  });
  return companions.sort(
    (a, b) =>
      Number(b.isMe) - Number(a.isMe) ||
      Number(b.isOwner) - Number(a.isOwner) ||
      turnOf(a) - turnOf(b) ||
      a.joinedAt - b.joinedAt,
  );
}

/** Whether two lists look the same. */
export const areSameCompanions = (
  a: readonly Companion[],
  b: readonly Companion[],
): boolean => a.length === b.length && a.every((one, i) => isSame(one, b[i]!));

// Not Infinity: the difference of two is no number.
const turnOf = ({ handRaisedAt }: Companion): number =>
  handRaisedAt ?? Number.MAX_SAFE_INTEGER;

const isSame = (a: Companion, b: Companion): boolean =>
  a.user === b.user &&
  a.name === b.name &&
  a.colour === b.colour &&
  a.isOwner === b.isOwner &&
  a.joinedAt === b.joinedAt &&
  a.tool === b.tool &&
  a.isIdle === b.isIdle &&
  a.handRaisedAt === b.handRaisedAt &&
  a.followsMe === b.followsMe &&
  a.slots.join() === b.slots.join();
