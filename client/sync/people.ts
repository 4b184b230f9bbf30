import type { UserId } from "@/core/base/ids";

/** One person in the room, whatever number of tabs they have open. */
export interface Person {
  readonly user: UserId;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  readonly isMe: boolean;
  /** Whether the room is theirs. */
  readonly isOwner: boolean;
  /** Milliseconds since 1970. */
  readonly joinedAt: number;
  /** Their connections, as they stand in live frames. */
  readonly slots: readonly number[];
}

export interface People {
  /** Me first, then by the time they came. */
  readonly here: readonly Person[];
  /** The server's count of people. May differ from `here` for the seconds of a reload. */
  readonly count: number;
}
