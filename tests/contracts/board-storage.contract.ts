import type { BoardStorage } from "@/server/storage/board-storage";
import { describeAccess } from "./board-storage/access";
import { describeChat } from "./board-storage/chat";
import { describeChatRevisions } from "./board-storage/chat-revisions";
import { describeClientIds } from "./board-storage/client-ids";
import { describeClosing } from "./board-storage/closing";
import { describeLog } from "./board-storage/log";
import { describeNotifications } from "./board-storage/notifications";
import { describeRooms } from "./board-storage/rooms";
import { describeSnapshots } from "./board-storage/snapshots";
import { StorageFixture } from "./board-storage/storage-fixture";

/**
 * What every adapter of BoardStorage must do, as tests: an adapter is done when they pass.
 *
 * @param open Opens the storage whose name is a path. Storages of different names have nothing in common.
 * @param traits `persists`: whether a storage that is closed and opened again has what it had.
 */
export function describeBoardStorage(
  name: string,
  open: (place: string) => Promise<BoardStorage>,
  traits: { persists: boolean },
): void {
  const fixture = new StorageFixture(open, traits);
  describeRooms(name, fixture);
  describeAccess(name, fixture);
  describeLog(name, fixture);
  describeSnapshots(name, fixture);
  describeClientIds(name, fixture);
  describeChat(name, fixture);
  describeChatRevisions(name, fixture);
  describeNotifications(name, fixture);
  describeClosing(name, fixture);
}
