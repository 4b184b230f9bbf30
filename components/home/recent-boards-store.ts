import type { BoardId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Store } from "@/core/base/store";
import { BASE_PATH } from "../base-path";
import {
  parseRecentBoards,
  withBoard,
  withChange,
  withoutBoard,
  type RecentBoard,
} from "./recent-boards";

const KEY = `boardwalk.recent-boards${BASE_PATH}`;
const NONE: readonly RecentBoard[] = [];

const changed = new Listeners<void>();
let cached = { text: "", boards: NONE };

/** The boards opened in this browser, latest first. Empty where the browser keeps nothing for us. */
export const recentBoards: Store<readonly RecentBoard[]> = {
  get() {
    const text = readText();
    // The same array for the same text: a store's value must not change by being read.
    if (text !== cached.text)
      cached = { text, boards: parseRecentBoards(text) };
    return cached.boards;
  },
  subscribe(listener) {
    const stop = changed.add(listener);
    window.addEventListener("storage", listener);
    return () => {
      stop();
      window.removeEventListener("storage", listener);
    };
  },
};

/** Puts a board at the head of the list. */
export function rememberBoard(board: RecentBoard): void {
  write(withBoard(recentBoards.get(), board));
}

/** Changes what is known of a board on the list. */
export function changeBoard(
  room: BoardId,
  change: Partial<Omit<RecentBoard, "room">>,
): void {
  write(withChange(recentBoards.get(), room, change));
}

export function forgetBoard(room: BoardId): void {
  write(withoutBoard(recentBoards.get(), room));
}

function readText(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    // Blocked by the browser's settings.
    return "";
  }
}

function write(boards: readonly RecentBoard[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(boards));
  } catch {
    // Blocked or full: the list is a convenience, and the page works without it.
    return;
  }
  changed.emit();
}
