import type { BoardId } from "@/core/base/ids";
import { parseBoardId } from "@/core/protocol/room-name";

/** A board that was opened in this browser. */
export interface RecentBoard {
  readonly room: BoardId;
  /** When it was last opened, milliseconds since 1970. */
  readonly at: number;
}

/** More than these nobody looks through. */
const MAX_RECENT = 8;

/** The boards with `board` at their head, and once only. */
export const withBoard = (
  boards: readonly RecentBoard[],
  board: RecentBoard,
): RecentBoard[] =>
  [board, ...withoutBoard(boards, board.room)].slice(0, MAX_RECENT);

export const withoutBoard = (
  boards: readonly RecentBoard[],
  room: BoardId,
): RecentBoard[] => boards.filter((board) => board.room !== room);

/** Reads what `JSON.stringify` made of the boards, which other pages of this host could have changed. */
export function parseRecentBoards(text: string): RecentBoard[] {
  const entries = parseJson(text);
  if (!Array.isArray(entries)) return [];
  return entries
    .flatMap((entry: unknown) => readBoard(entry) ?? [])
    .slice(0, MAX_RECENT);
}

function readBoard(entry: unknown): RecentBoard | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { room, at }: { room?: unknown; at?: unknown } = entry;
  if (typeof room !== "string" || typeof at !== "number") return undefined;
  const id = parseBoardId(room);
  return id && Number.isFinite(at) ? { room: id, at } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours, or cut off: as good as nothing.
    return undefined;
  }
}
