import { useCallback, useSyncExternalStore } from "react";
import type { Board } from "@/core/board/board";

/** Whether there is nothing on the board. */
export function useIsBoardEmpty(board: Board): boolean {
  const subscribe = useCallback(
    (listener: () => void) => board.observe(listener),
    [board],
  );
  const read = () => board.size === 0;
  return useSyncExternalStore(subscribe, read, read);
}
