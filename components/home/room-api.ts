import type { BoardId } from "@/core/base/ids";
import { parseBoardId } from "@/core/protocol/room-name";
import { withBasePath } from "../base-path";

/** Lets the server choose a name for a new board. Rejects when it does not answer with one. */
export async function createRoom(): Promise<BoardId> {
  const response = await fetch(withBasePath("/api/rooms"), { method: "POST" });
  const { room } = (await response.json()) as { room?: unknown };
  const id = typeof room === "string" ? parseBoardId(room) : undefined;
  if (!response.ok || !id)
    throw new Error(`No room, but ${response.status} ${response.statusText}`);
  return id;
}
