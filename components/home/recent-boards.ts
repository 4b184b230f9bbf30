import type { BoardId } from "@/core/base/ids";
import { cleanTitle } from "@/core/board/title";
import { parseBoardId } from "@/core/protocol/room-name";

/** A board that was opened in this browser. */
export interface RecentBoard {
  readonly room: BoardId;
  /** When it was last opened, milliseconds since 1970. */
  readonly at: number;
  /** What it was called then, if it had a title. */
  readonly title?: string;
  /** Whether it is kept at the head of the list. */
  readonly isPinned?: boolean;
}

/** More than these nobody looks through. Pinned ones do not count. */
const MAX_RECENT = 24;

/** The boards with `board` as the latest, and once only. What is not said of it stays as it was. */
export function withBoard(
  boards: readonly RecentBoard[],
  board: RecentBoard,
): RecentBoard[] {
  const known = boards.find(({ room }) => room === board.room);
  return withoutTooOld([
    { ...known, ...board },
    ...withoutBoard(boards, board.room),
  ]);
}

export const withoutBoard = (
  boards: readonly RecentBoard[],
  room: BoardId,
): RecentBoard[] => boards.filter((board) => board.room !== room);

/** The boards with a change of one of them, which stays in its place. */
export const withChange = (
  boards: readonly RecentBoard[],
  room: BoardId,
  change: Partial<Omit<RecentBoard, "room">>,
): RecentBoard[] =>
  boards.map((board) =>
    board.room === room ? { ...board, ...change } : board,
  );

/** As they are shown: the pinned ones first, else the latest. */
export const inShownOrder = (
  boards: readonly RecentBoard[],
): readonly RecentBoard[] => [
  ...boards.filter(({ isPinned }) => isPinned),
  ...boards.filter(({ isPinned }) => !isPinned),
];

/** Reads what `JSON.stringify` made of the boards, which other pages of this host could have changed. */
export function parseRecentBoards(text: string): RecentBoard[] {
  const entries = parseJson(text);
  if (!Array.isArray(entries)) return [];
  return withoutTooOld(
    entries.flatMap((entry: unknown) => readBoard(entry) ?? []),
  );
}

function withoutTooOld(boards: readonly RecentBoard[]): RecentBoard[] {
  let unpinned = 0;
  return boards.filter(
    ({ isPinned }) => isPinned || (unpinned += 1) <= MAX_RECENT,
  );
}

function readBoard(entry: unknown): RecentBoard | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { room, at, title, isPinned } = entry as Record<string, unknown>;
  if (typeof room !== "string" || typeof at !== "number") return undefined;
  const id = parseBoardId(room);
  if (!id || !Number.isFinite(at)) return undefined;
  const shown = typeof title === "string" ? cleanTitle(title) : undefined;
  return {
    room: id,
    at,
    ...(shown !== undefined && { title: shown }),
    ...(isPinned === true && { isPinned }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours, or cut off: as good as nothing.
    return undefined;
  }
}
