import { useEffect, useState, useSyncExternalStore } from "react";
import { systemClock } from "@/core/base/clock";
import type { BoardId } from "@/core/base/ids";
import { LEAVE_GRACE_MS } from "@/core/protocol/limits";
import type { RecentBoard } from "./recent-boards";
import { recentBoards } from "./recent-boards-store";
import { countPeople } from "./room-api";

const NONE: readonly RecentBoard[] = [];

/** The boards of this browser; none while the server's page is taken over, since the server cannot know them. */
export const useRecentBoards = (): readonly RecentBoard[] =>
  useSyncExternalStore(recentBoards.subscribe, recentBoards.get, () => NONE);

/** How many people are on each of `boards`, as far as the server has told. */
export function usePeopleCounts(
  boards: readonly RecentBoard[],
): ReadonlyMap<BoardId, number> {
  const [counts, setCounts] = useState<ReadonlyMap<BoardId, number>>(new Map());
  const round = useRounds();
  useEffect(() => {
    const abort = new AbortController();
    for (const { room } of boards)
      void countPeople(room, abort.signal).then((people) => {
        if (people !== undefined && !abort.signal.aborted)
          setCounts((known) => new Map(known).set(room, people));
      });
    return () => abort.abort();
  }, [boards, round]);
  return counts;
}

/** Rises when it is time to ask again: once whoever has just left a board no longer counts there, and when the page is looked at again. */
function useRounds(): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    const next = () => setRound((last) => last + 1);
    const cancel = systemClock.after(LEAVE_GRACE_MS + 1_000, next);
    window.addEventListener("focus", next);
    return () => {
      cancel();
      window.removeEventListener("focus", next);
    };
  }, []);
  return round;
}
