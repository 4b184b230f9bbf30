import { notFound, redirect } from "next/navigation";
import { asUserId } from "@/core/base/ids";
import { parseBoardId } from "@/core/protocol/room-name";
import { guessRoom } from "./guess-room";
import { RoomBoardLoader } from "./room-board-loader";

interface RoomPageProps {
  /** The room's name as it stands in the address, percent-encoded. */
  readonly param: string;
  /** The visitor's id; empty when no server of ours has given one. */
  readonly user: string;
  readonly bench: boolean;
}

/** A room's page; goes to the room that was meant, or says that there is none. */
export function RoomPage({ param, user, bench }: RoomPageProps) {
  const room = parseBoardId(param);
  if (room)
    return <RoomBoardLoader room={room} user={asUserId(user)} bench={bench} />;
  const meant = guessRoom(param);
  if (meant) redirect(`/r/${meant}`);
  notFound();
}
