import { asBoardId, asUserId } from "@/core/base/ids";
import type {
  ClientIdOwner,
  Mention,
  RoomRecord,
  StoredMessage,
  StoredNotification,
  StoredUpdate,
} from "./board-storage";
import type {
  ClientIdRow,
  MessageRow,
  NotificationRow,
  RoomRow,
  UpdateRow,
} from "./schema";

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

export function toClientIdOwner(row: Omit<ClientIdRow, "room">): ClientIdOwner {
  return { ...row, user: asUserId(row.user) };
}

export function toStoredMessage(row: Omit<MessageRow, "room">): StoredMessage {
  const {
    author,
    reply_to: replyTo,
    edited_at: editedAt,
    deleted_at: deletedAt,
    mentions,
    shapes,
    ...rest
  } = row;
  // What a message does not have is absent, so that it takes no room on the wire.
  return {
    ...rest,
    author: asUserId(author),
    ...(replyTo !== null && { replyTo }),
    ...(editedAt !== null && { editedAt }),
    ...(deletedAt !== null && { deletedAt }),
    ...(mentions !== null && { mentions: JSON.parse(mentions) as Mention[] }),
    ...(shapes !== null && { shapes: JSON.parse(shapes) as string[] }),
  };
}

export function fromStoredMessage(
  message: StoredMessage,
): Omit<MessageRow, "room"> {
  const { replyTo, editedAt, deletedAt, mentions, shapes, ...rest } = message;
  return {
    ...rest,
    reply_to: replyTo ?? null,
    edited_at: editedAt ?? null,
    deleted_at: deletedAt ?? null,
    mentions: mentions ? JSON.stringify(mentions) : null,
    shapes: shapes ? JSON.stringify(shapes) : null,
  };
}

/** A message as its recipient's list shows it. */
export type NotifiedRow = Pick<NotificationRow, "room" | "seq" | "reason"> &
  Pick<MessageRow, "name" | "text" | "at">;

export function toNotification(row: NotifiedRow): StoredNotification {
  return { ...row, room: asBoardId(row.room) };
}
