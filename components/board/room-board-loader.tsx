"use client";

import dynamic from "next/dynamic";
import { BoardSkeleton } from "./board-skeleton";
import { loadRoomBoard } from "./load-room-board";
import type { RoomBoardProps } from "./room-board";

// Only in the browser: rendering the board on the server would load a second yjs there.
const RoomBoard = dynamic(async () => (await loadRoomBoard()).RoomBoard, {
  ssr: false,
  loading: () => <BoardSkeleton />,
});

export function RoomBoardLoader(props: RoomBoardProps) {
  return <RoomBoard {...props} />;
}
