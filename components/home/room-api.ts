import type { BoardId } from "@/core/base/ids";
import { parseBoardId } from "@/core/protocol/room-name";
import { withBasePath } from "../base-path";

/** Lets the server choose a name for a new board. Rejects when it does not answer with one. */
export const createRoom = (): Promise<BoardId> =>
  askForRoom("/api/rooms", { method: "POST" });

/** Makes a board that holds what this one holds. Resolves with its name; rejects when there is none. */
export const copyRoom = (room: BoardId, title: string): Promise<BoardId> =>
  askForRoom(`/api/rooms/${room}/copies`, json("POST", { title }));

/** Gives a board a title, for everybody. Rejects when the server did not. */
export async function renameRoom(room: BoardId, title: string): Promise<void> {
  await askForRoom(`/api/rooms/${room}`, json("PATCH", { title }));
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

async function askForRoom(path: `/${string}`, request: RequestInit) {
  const response = await fetch(withBasePath(path), request);
  const { room } = (await response.json()) as { room?: unknown };
  const id = typeof room === "string" ? parseBoardId(room) : undefined;
  if (!response.ok || !id)
    throw new Error(`No room, but ${response.status} ${response.statusText}`);
  return id;
}
