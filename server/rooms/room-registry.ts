import type { BoardId, UserId } from "@/core/base/ids";
import { randomId } from "@/core/base/random";
import { SCHEMA_VERSION } from "@/core/board/schema";
import { CloseCode } from "@/core/protocol/close-codes";
import { MAX_SPREAD_MS, SPREAD_MS_PER_MEMBER } from "@/core/protocol/limits";
import type { Unsaved } from "./document-log";
import type { OpenRoom, Visit } from "./open-room";
import { Room } from "./room";
import type { RoomContext } from "./room-context";
import type { Session } from "./session";

export interface CopyOptions {
  /** A name that no board has yet. */
  readonly id: BoardId;
  readonly title: string;
  /** Whose the copy is. */
  readonly user: UserId;
}

export interface UnsavedWork extends Unsaved {
  /** Those whose last attempt to store something has failed. */
  readonly failingRooms: number;
}

/** The rooms that are in memory. */
export class RoomRegistry {
  readonly #context: RoomContext;
  readonly #rooms = new Map<BoardId, Room>();

  constructor(context: RoomContext) {
    this.#context = context;
  }

  /** How many rooms are in memory. */
  get size(): number {
    return this.#rooms.size;
  }

  /** What is drawn in all rooms together and not known to be stored. */
  get unsaved(): UnsavedWork {
    let updates = 0;
    let since: number | undefined;
    let failingRooms = 0;
    for (const { open } of this.#rooms.values()) {
      if (!open) continue;
      if (open.isFailing) failingRooms += 1;
      updates += open.unsaved.updates;
      since = earlier(since, open.unsaved.since);
    }
    return { updates, since, failingRooms };
  }

  /** How many sockets are in rooms. */
  get connections(): number {
    let connections = 0;
    for (const { open } of this.#rooms.values())
      connections += open?.connections ?? 0;
    return connections;
  }

  /** How many people are in rooms; one who is in two is counted twice. */
  get people(): number {
    let people = 0;
    for (const { open } of this.#rooms.values()) people += open?.people ?? 0;
    return people;
  }

  /** For each socket in a room, how many bytes wait for the network to take them. */
  *waiting(): Iterable<number> {
    for (const { open } of this.#rooms.values())
      if (open) yield* open.waiting();
  }

  /** Lets a socket into a room, which is loaded first if need be. Rejects with a ProtocolError when it is refused. */
  join(id: BoardId, visit: Visit): Promise<Session> {
    const room = this.#rooms.get(id) ?? this.#open(id);
    return room.join(visit);
  }

  /** The room, while it is in memory. */
  find(id: BoardId): Room | undefined {
    return this.#rooms.get(id);
  }

  /** Whether the room has ever been written in. */
  async exists(id: BoardId): Promise<boolean> {
    const open = this.#rooms.get(id)?.open;
    if (open?.isStored) return true;
    return (await this.#context.storage.find(id)) !== undefined;
  }

  /** How many people are in the room now. */
  peopleIn(id: BoardId): number {
    return this.#rooms.get(id)?.open?.people ?? 0;
  }

  /** Gives a board a title. Resolves once that is stored, with false for a board that nobody has written in. */
  async rename(id: BoardId, title: string, user: UserId): Promise<boolean> {
    if (!(await this.exists(id))) return false;
    await this.#visit(id, (open) => open.rename(title, user));
    return true;
  }

  /**
   * Makes a board that holds what another one holds now, without its chat and its history. Resolves once it is stored, with false for a
   * board that nobody has written in.
   */
  async copy(id: BoardId, copy: CopyOptions): Promise<boolean> {
    if (!(await this.exists(id))) return false;
    const { storage, clock, random } = this.#context;
    const bytes = await this.#visit(id, (open) => open.encode());
    const at = clock.now();
    await storage.createRoom({
      id: copy.id,
      epoch: randomId(random),
      owner: copy.user,
      schema: SCHEMA_VERSION,
      createdAt: at,
    });
    await storage.append(copy.id, { seq: 1, bytes, user: copy.user, at });
    return this.rename(copy.id, copy.title, copy.user);
  }

  /** Sends everybody away, to come back to the next server, and resolves once everything is stored. */
  async drain(): Promise<void> {
    const rooms = [...this.#rooms.values()];
    const reason = `RESTARTING spread=${this.#spread(rooms)}`;
    for (const room of rooms) room.closeAll(CloseCode.restart, reason);
    await Promise.all(rooms.map((room) => room.whenSaved()));
  }

  #visit<Answer>(
    id: BoardId,
    work: (open: OpenRoom) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const room = this.#rooms.get(id) ?? this.#open(id);
    return room.visit(work);
  }

  #open(id: BoardId): Room {
    const room = new Room({
      id,
      context: this.#context,
      onGone: () => this.#rooms.delete(id),
    });
    this.#rooms.set(id, room);
    return room;
  }

  #spread(rooms: readonly Room[]): number {
    let members = 0;
    for (const { open } of rooms) members += open?.connections ?? 0;
    return Math.min(members * SPREAD_MS_PER_MEMBER, MAX_SPREAD_MS);
  }
}

function earlier(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
