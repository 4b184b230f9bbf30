import { asBoardId, asUserId } from "@/core/base/ids";
import type { RoomRecord, StoredMessage, StoredUpdate } from "./board-storage";
import type { MessageRow, RoomRow, UpdateRow } from "./schema";

export function toRoomRecord(row: RoomRow): RoomRecord {
  const { id, owner, created_at: createdAt, ...rest } = row;
  return { ...rest, id: asBoardId(id), owner: asUserId(owner), createdAt };
}

export function fromRoomRecord(room: RoomRecord): RoomRow {
  const { createdAt, ...rest } = room;
  return { ...rest, created_at: createdAt };
}

export function toStoredUpdate(row: Omit<UpdateRow, "room">): StoredUpdate {
  return { ...row, user: asUserId(row.user) };
}

export function toStoredMessage(row: Omit<MessageRow, "room">): StoredMessage {
  return { ...row, author: asUserId(row.author) };
}
