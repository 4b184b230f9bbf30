import type { RoomLinkOptions } from "@/client/sync/room-link";
import { RoomEpoch } from "@/client/sync/room-epoch";
import { WaitingLedger } from "@/client/sync/waiting-ledger";
import type { BoardId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";

/** What a link to a room remembers, in a browser that keeps nothing. */
export function keepingNothing(
  room: BoardId,
): Pick<RoomLinkOptions, "epoch" | "ledger"> {
  const kept = { room, basePath: "", storage: undefined };
  return {
    epoch: new RoomEpoch({ ...kept, random: seededRandom(1) }),
    ledger: new WaitingLedger({ ...kept, tab: "tab" }),
  };
}
