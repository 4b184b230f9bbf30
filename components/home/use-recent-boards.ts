import { useSyncExternalStore } from "react";
import type { BoardId } from "@/core/base/ids";
import type { RecentBoard } from "./recent-boards";
import { recentBoards } from "./recent-boards-store";
import { useHomeEvents } from "./use-home-events";

const NONE: readonly RecentBoard[] = [];

/** The boards of this browser; none while the server's page is taken over, since the server cannot know them. */
export const useRecentBoards = (): readonly RecentBoard[] =>
  useSyncExternalStore(recentBoards.subscribe, recentBoards.get, () => NONE);

/** How many people are on each of the boards of this browser, as far as the server has told. */
export const usePeopleCounts = (): ReadonlyMap<BoardId, number> =>
  useHomeEvents().counts;
