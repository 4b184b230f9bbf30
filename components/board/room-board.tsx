import { useEffect, useState } from "react";
import {
  createBoardClient,
  type BoardClient,
} from "@/client/create-board-client";
import type { BoardId, UserId } from "@/core/base/ids";
import { BASE_PATH } from "../base-path";
import { BoardScreen } from "./board-screen";
import { LateRegion } from "../ui/late-region";
import { BoardSkeleton } from "./board-skeleton";
import { ArrivalDialog } from "./late-parts";
import { useArrival } from "./use-arrival";

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
  const arrival = useArrival(room);
  const { step } = arrival.state;
  const isOver = step === "over";
  useEffect(() => {
    if (!isOver) return;
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
  }, [room, user, bench, isOver]);
  return (
    <>
      {client ? <BoardScreen room={room} client={client} /> : <BoardSkeleton />}
      {(step === "asking" || step === "failed") && (
        <LateRegion>
          <ArrivalDialog {...arrival} />
        </LateRegion>
      )}
    </>
  );
}
