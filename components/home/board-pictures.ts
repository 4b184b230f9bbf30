import type { BoardId } from "@/core/base/ids";
import { BASE_PATH } from "../base-path";

const PREFIX = `boardwalk.picture${BASE_PATH}/`;

/** A small picture of a board as it was last seen in this browser, as a `data:` address; undefined when there is none. */
export const pictureOf = (room: BoardId): string | undefined =>
  tolerating(() => localStorage.getItem(PREFIX + room)) ?? undefined;

export function keepPicture(room: BoardId, picture: string): void {
  tolerating(() => localStorage.setItem(PREFIX + room, picture));
}

export function forgetPicture(room: BoardId): void {
  tolerating(() => localStorage.removeItem(PREFIX + room));
}

/** Browsers throw from storage when it is full or forbidden; the list does without the picture then. */
function tolerating<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
