import { useEffect, useState } from "react";
import {
  createBoardClient,
  type BoardClient,
} from "@/client/create-board-client";
import type { BoardId, UserId } from "@/core/base/ids";
import { BASE_PATH } from "../base-path";
import { BoardScreen } from "./board-screen";
import { BoardSkeleton } from "./board-skeleton";

export interface RoomBoardProps {
  readonly room: BoardId;
  /** The visitor, as the server knows them. */
  readonly user: UserId;
  /** Whether the page offers the hook for benchmarks. */
  readonly bench: boolean;
}

/** One room, connected while it is on the screen. */
export function RoomBoard({ room, user, bench }: RoomBoardProps) {
  const [client, setClient] = useState<BoardClient>();
  useEffect(() => {
    const created = createBoardClient({
      room,
      user,
      basePath: BASE_PATH,
      bench,
    });
    setClient(created);
    return () => {
      setClient(undefined);
      created.dispose();
    };
  }, [room, user, bench]);
  if (!client) return <BoardSkeleton />;
  return <BoardScreen room={room} client={client} />;
}
