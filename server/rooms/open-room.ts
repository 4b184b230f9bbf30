import { Disposables } from "@/core/base/disposable";
import type { BoardId, UserId } from "@/core/base/ids";
import type { CloseCode } from "@/core/protocol/close-codes";
import { MAX_MEMBERS } from "@/core/protocol/limits";
import { titleOf, writeTitle } from "@/core/board/title";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { RoomAccess } from "../access/room-access";
import type { Standing, Visitor } from "../access/standing";
import { AccessGate } from "./access-gate";
import { assembleRoom, type RoomPlan } from "./assemble-room";
import type { Unsaved } from "./document-log";
import { KeepAlive } from "./keep-alive";
import { Managing } from "./managing";
import type { MemberSocket } from "./member-socket";
import { Peer } from "./peer";
import { Reception } from "./reception";
import type { RoomContext } from "./room-context";
import type { RoomParts } from "./room-parts";
import { Session } from "./session";
import { SnapshotSchedule } from "./snapshot-schedule";

/** One who wants to come in. */
export interface Visit extends Visitor {
  /** Whether they speak y-protocols only. */
  readonly isStock: boolean;
  /** The epoch of the copy that they hold, if they do. */
  readonly epoch: string | undefined;
  readonly socket: MemberSocket;
}

/** A room whose document is in memory, and the sessions in it. When it may be closed is decided by the `Room` around it. */
export class OpenRoom {
  readonly #parts: RoomParts;
  readonly #context: RoomContext;
  readonly #reception: Reception;
  readonly #managing: Managing;
  readonly #sessions = new Set<Session>();
  readonly #snapshots: SnapshotSchedule;
  readonly #disposables = new Disposables();

  /** Rejects when the stored room cannot be read: then nothing may be written to it. */
  static async load(id: BoardId, context: RoomContext): Promise<OpenRoom> {
    const { storage } = context;
    const [stored, clientIds] = await Promise.all([
      storage.load(id),
      storage.clientIds(id),
    ]);
    return new OpenRoom(id, context, { stored, clientIds });
  }

  private constructor(
    id: BoardId,
    context: RoomContext,
    { stored, clientIds }: Pick<RoomPlan, "stored" | "clientIds">,
  ) {
    const { clock } = context;
    const peers = new Set<Peer>();
    this.#context = context;
    const gate = new AccessGate({
      sessions: this.#sessions,
      parts: () => this.#parts,
    });
    this.#parts = assembleRoom({
      id,
      context,
      stored,
      clientIds,
      peers,
      doubt: (peer) => this.#doubt(peer),
      onAccessChange: () => gate.refresh(),
    });
    const { access, roster } = this.#parts;
    this.#managing = new Managing({ access, gate, roster, log: context.log });
    this.#reception = new Reception({ peers, parts: this.#parts, clock });
    const keepAlive = new KeepAlive({ clock, watched: this.#sessions });
    this.#snapshots = new SnapshotSchedule({
      clock,
      snapshotSeq: stored?.snapshot?.seq ?? 0,
      compact: (seq) => this.#compact(seq),
    });
    const { log, people, outbox, document, digests } = this.#parts;
    if (log.savedSeq > 0) this.#snapshots.saved(log.savedSeq);
    log.onSaved((savedSeq) => this.#snapshots.saved(savedSeq));
    for (const part of [
      access,
      keepAlive,
      this.#snapshots,
      log,
      people,
      outbox,
      digests,
    ])
      this.#disposables.add(() => part.dispose());
    this.#disposables.add(() => document.destroy());
  }

  /** How many sockets are connected. */
  get connections(): number {
    return this.#sessions.size;
  }

  /** How much waits for each member's line to take it. */
  *waiting(): Iterable<number> {
    for (const { peer } of this.#sessions) yield peer.outbox.waitingBytes;
  }

  /** How many people are here. */
  get people(): number {
    return this.#parts.people.current.people;
  }

  /** Whether the storage knows of this room. */
  get isStored(): boolean {
    return this.#parts.record.isStored;
  }

  /** What is drawn and not known to be stored. */
  get unsaved(): Unsaved {
    return this.#parts.log.unsaved;
  }

  /** Whether the last attempt to store what is drawn has failed. */
  get isFailing(): boolean {
    return this.#parts.log.isFailing;
  }

  /** Whether all that was drawn and said is stored. */
  get isSaved(): boolean {
    return this.#parts.log.isSaved && this.#parts.chat.isIdle;
  }

  /**
   * Resolves once the document can be read and changed; rejects when what is stored cannot be read. Whoever comes before is given the
   * board, and what they draw waits for it.
   */
  get whenReady(): Promise<void> {
    return this.#parts.document.whenReady;
  }

  /** Lets a socket in. Throws a ProtocolError when they may not come in, the room is full or is not the one that they hold a copy of. */
  join(visit: Visit, onClosed: () => void): Session {
    const { clock, log, tally } = this.#context;
    const { epoch, socket, ...visitor } = visit;
    const standing = this.standingOf(visitor);
    if (standing.refusal !== undefined)
      throw new ProtocolError(standing.refusal);
    // Not its owner, who alone can send away those who fill it.
    if (this.#sessions.size >= MAX_MEMBERS && standing.role !== "owner")
      throw new ProtocolError("ROOM_FULL");
    if (!this.#parts.record.accepts(epoch))
      throw new ProtocolError("OTHER_EPOCH");
    const session = new Session({
      peer: new Peer({ ...visitor, standing, socket, clock, tally }),
      socket,
      parts: this.#parts,
      reception: this.#reception,
      managing: this.#managing,
      clock,
      log,
      onClosed: () => {
        this.#sessions.delete(session);
        onClosed();
      },
    });
    this.#sessions.add(session);
    return session;
  }

  /** What somebody may do here, or why they may not come in. */
  standingOf(visitor: Visitor): Standing {
    return this.#parts.access.standingOf(visitor);
  }

  /** Who may do what here. */
  get access(): RoomAccess {
    return this.#parts.access;
  }

  /** What the board is called; undefined until somebody gives it a title. */
  get title(): string | undefined {
    return this.#parts.document.read(titleOf);
  }

  /** Gives the board a title, for everybody who is here and who comes. */
  rename(title: string, user: UserId): void {
    this.#parts.lane.edit((doc) => writeTitle(doc, title), user);
  }

  /** The whole document as one update. */
  encode(): Promise<Uint8Array> {
    return this.#parts.document.encode();
  }

  /** Resolves once all that was drawn and said is stored; chat that cannot be stored is given back to its author. */
  async whenSaved(): Promise<void> {
    while (!this.isSaved) {
      await this.#parts.log.whenSaved();
      await this.#parts.chat.whenIdle();
    }
  }

  /** Folds the log, so that the next one who opens the room need not wait. */
  foldLog(): Promise<void> {
    return this.#snapshots.finish();
  }

  closeAll(code: CloseCode, reason: string): void {
    for (const goodbye of this.goodbyes(code, reason)) goodbye();
  }

  /** For each socket that is connected, what closes it once it has been told all that the room has to say. */
  goodbyes(code: CloseCode, reason: string): (() => void)[] {
    return [...this.#sessions].map(({ peer }) => () => {
      this.#parts.outbox.flush();
      peer.close(code, reason);
    });
  }

  /** Gives the room up. What was not saved is lost. */
  dispose(): void {
    this.#disposables.dispose();
  }

  #doubt(peer: unknown): void {
    const session = [...this.#sessions].find((one) => one.peer === peer);
    session?.doubt();
  }

  async #compact(seq: number): Promise<boolean> {
    const { storage, log } = this.#context;
    const { id } = this.#parts.record;
    try {
      await storage.compact(id, seq);
      return true;
    } catch (err) {
      log.warn({ err, room: id }, "a snapshot could not be made");
      return false;
    }
  }
}
