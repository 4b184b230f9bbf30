import type { BoardId } from "@/core/base/ids";
import type { Board } from "@/core/board/board";
import { membersOf } from "../editor/selection/members";
import { writeFragment } from "./fragment-text";

export interface BoardFile {
  readonly name: string;
  readonly text: string;
}

/** All that is on a board, as a file. Its text can be pasted on a board like anything that was copied. */
export function boardFileOf(board: Board, room: BoardId): BoardFile {
  const tops = board.childrenOf(undefined).map(({ id }) => id);
  const shapes = membersOf(board, tops).flatMap((id) => board.get(id) ?? []);
  return { name: `${room}.boardwalk.json`, text: writeFragment(shapes) };
}
