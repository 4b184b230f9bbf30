import type { BoardId } from "@/core/base/ids";
import { findBoardId } from "@/core/protocol/room-name";

/**
 * The room that somebody means who wrote an address by hand, such as `/r/Calm Otter 4172`; undefined when there is none in it.
 *
 * @param param The part of the address, still percent-encoded.
 */
export function guessRoom(param: string): BoardId | undefined {
  try {
    return findBoardId(decodeURIComponent(param));
  } catch {
    // Not well encoded, and so nothing that a person wrote.
    return undefined;
  }
}
