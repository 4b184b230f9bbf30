/** Loads what a room's page needs. Asked ahead, by somebody about to go there, it saves the page that time. */
export const loadRoomBoard = () => import("./room-board");

/** Loads it where that can be done, and does not mind where not: the page will ask again. */
export function preloadRoomBoard(): void {
  loadRoomBoard().catch(() => {});
}
