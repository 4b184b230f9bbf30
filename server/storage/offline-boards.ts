import type { BoardId, UserId } from "@/core/base/ids";

/** A room as its operator sees it. Times are milliseconds since 1970. */
export interface RoomSummary {
  readonly id: BoardId;
  readonly owner: UserId;
  /** Of its log, its snapshot and its chat. */
  readonly bytes: number;
  readonly updates: number;
  readonly messages: number;
  /** When something was last drawn or said; when it was made, if nothing was. */
  readonly changedAt: number;
}

/** Somebody who has drawn or written in a room. */
export interface RoomPerson {
  readonly user: UserId;
  /** As they last called themselves in the chat; undefined for one who has not written there. */
  readonly name: string | undefined;
  readonly updates: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** What an operator may look up in a data folder, whether a server has it or not. */
export interface BoardsOverview {
  /** By name. */
  rooms(): readonly RoomSummary[];
  /** Undefined for a room that was never stored. */
  room(id: BoardId): RoomSummary | undefined;
  /** Who has been active in a room, the latest first. */
  people(id: BoardId): readonly RoomPerson[];
  /** The names of the migrations that the next start makes up for. Rejects with a sentence when a newer Boardwalk has written it. */
  missingMigrations(): Promise<readonly string[]>;
  /** What is wrong with the database; undefined when it is sound. Reads all of it. */
  damage(): string | undefined;
  close(): void;
}

/** What an operator may change in a data folder that no server has. */
export interface BoardsAdministration {
  /**
   * Deletes all that is in a room and all that is known about it, but for its row, which gets another epoch: copies that browsers hold
   * belong to no room any more, and whoever opens the name next finds an empty board. False for a room that was never stored.
   */
  purge(id: BoardId, epoch: string): boolean;
  /** False for a room that was never stored. */
  setOwner(id: BoardId, owner: UserId): boolean;
  /** Lets go of the folder. */
  close(): void;
}
