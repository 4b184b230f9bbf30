import type { BoardId } from "@/core/base/ids";
import { randomId } from "@/core/base/random";
import { SCHEMA_VERSION } from "@/core/board/schema";
import { CloseCode } from "@/core/protocol/close-codes";
import type { Role } from "@/core/protocol/control-message";
import { MAX_SPREAD_MS, SPREAD_MS_PER_MEMBER } from "@/core/protocol/limits";
import type { Outcome } from "../access/outcome";
import type { Applicant } from "../access/room-access";
import type { Visitor } from "../access/standing";
import type { Unsaved } from "./document-log";
import { inSlices } from "./in-slices";
import type { OpenRoom, Visit } from "./open-room";
import { Room } from "./room";
import type { RoomContext } from "./room-context";
import type { Session } from "./session";

export interface CopyOptions {
  /** A name that no board has yet. */
  readonly id: BoardId;
  readonly title: string;
  /** Who wants it: it is going to be theirs. */
  readonly visitor: Visitor;
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

  /** Gives a board a title. Resolves once that is stored. */
  async rename(id: BoardId, title: string, visitor: Visitor): Promise<Outcome> {
    if (!(await this.exists(id))) return "NO_ROOM";
    return this.#visit(id, async (open) => {
      const standing = open.standingOf(visitor);
      if (standing.refusal !== undefined || !standing.mayDraw)
        return "FORBIDDEN";
      open.rename(title, visitor.user);
      await open.whenSaved();
      return "DONE";
    });
  }

  /** Gives somebody the role of an invite. Resolves with it once that is stored; with null when there is no such invite for them. */
  async redeem(
    id: BoardId,
    applicant: Applicant,
    token: string,
  ): Promise<Role | null> {
    if (!(await this.exists(id))) return null;
    return this.#visit(id, ({ access }) => access.redeem(applicant, token));
  }

  /** Takes somebody's password for a board. Resolves with true once that is stored; with null when it is wrong. */
  async admit(
    id: BoardId,
    applicant: Applicant,
    password: string,
  ): Promise<true | null> {
    if (!(await this.exists(id))) return null;
    return this.#visit(id, ({ access }) => access.admit(applicant, password));
  }

  /**
   * Makes a board that holds what another one holds now, without its chat and its history. Resolves once it is stored.
   */
  async copy(id: BoardId, copy: CopyOptions): Promise<Outcome> {
    if (!(await this.exists(id))) return "NO_ROOM";
    const { storage, clock, random } = this.#context;
    const { visitor } = copy;
    const { user } = visitor;
    const bytes = await this.#visit(id, (open) =>
      open.standingOf(visitor).refusal === undefined
        ? open.encode()
        : undefined,
    );
    if (!bytes) return "FORBIDDEN";
    const at = clock.now();
    await storage.createRoom({
      id: copy.id,
      epoch: randomId(random),
      owner: user,
      schema: SCHEMA_VERSION,
      createdAt: at,
    });
    await storage.append(copy.id, { seq: 1, bytes, user, at });
    return this.rename(copy.id, copy.title, visitor);
  }

  /** Sends everybody away, some at a time, to come back to the next server, and resolves once everything is stored. */
  async drain(): Promise<void> {
    const reason = `RESTARTING spread=${this.#spread()}`;
    const goodbyes = [...this.#rooms.values()].flatMap(
      ({ open }) => open?.goodbyes(CloseCode.restart, reason) ?? [],
    );
    await inSlices(goodbyes, this.#context.clock);
    const rooms = [...this.#rooms.values()];
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

  #spread(): number {
    return Math.min(this.connections * SPREAD_MS_PER_MEMBER, MAX_SPREAD_MS);
  }
}

function earlier(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
