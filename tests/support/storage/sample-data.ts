import { asBoardId, asUserId } from "@/core/base/ids";
import type {
  NewMessage,
  RoomRecord,
  StoredUpdate,
} from "@/server/storage/board-storage";

export const ada = asUserId("ada");
export const ben = asUserId("ben");

/** A time to count from, in milliseconds since 1970. */
export const SOME_TIME = 1_700_000_000_000;

export function sampleRoom(id: string): RoomRecord {
  return {
    id: asBoardId(id),
    epoch: `epoch of ${id}`,
    owner: ada,
    schema: 1,
    createdAt: SOME_TIME,
  };
}

export function sampleUpdate(seq: number, bytes: Uint8Array): StoredUpdate {
  return { seq, bytes, user: ada, at: SOME_TIME + seq };
}

export function sampleMessage(
  text: string,
  changes: Partial<NewMessage> = {},
): NewMessage {
  return {
    id: `id of ${text}`,
    author: ada,
    name: "Ada",
    text,
    at: SOME_TIME,
    nonce: `nonce of ${text}`,
    ...changes,
  };
}
