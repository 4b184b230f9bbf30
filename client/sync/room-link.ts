import * as decoding from "lib0/decoding";
import type * as Y from "yjs";
import type { Clock } from "@/core/base/clock";
import {
  asUserId,
  type BoardId,
  type ShapeId,
  type UserId,
} from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { Listeners } from "@/core/base/listeners";
import { createStore, type WritableStore } from "@/core/base/store";
import {
  encodeControl,
  readServerControl,
} from "@/core/protocol/control-codec";
import type {
  ClientControl,
  ServerControl,
} from "@/core/protocol/control-message";
import { ChunkAssembler } from "@/core/protocol/chunks";
import { documentDigest } from "@/core/protocol/document-digest";
import { CloseCode } from "@/core/protocol/close-codes";
import { readSlottedLive } from "@/core/protocol/live-codec";
import { MessageType, PROTOCOL_VERSION } from "@/core/protocol/message-type";
import type { Shape } from "@/core/shapes/shape";
import { ActivityInbox } from "./activity-inbox";
import { Connection } from "./connection";
import { DocumentSync } from "./document-sync";
import { LiveLane } from "./live-lane";
import { RemotePresence } from "./remote-presence";
import type { RoomEpoch } from "./room-epoch";
import { Roster } from "./roster";
import { SaveTracker } from "./save-tracker";
import type { OpenSocket } from "./socket";
import { type NextTurn, UpdateIntake } from "./update-intake";
import type { WaitingLedger } from "./waiting-ledger";

export interface RoomLinkOptions {
  readonly room: BoardId;
  readonly user: UserId;
  readonly doc: Y.Doc;
  /** Where rooms are served, such as `ws://host:3000/sync`. */
  readonly syncUrl: string;
  readonly name: string;
  /** Which life of the room the document is from. */
  readonly epoch: RoomEpoch;
  readonly ledger: WaitingLedger;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
  /** Between two parts of a large document that comes in. Default: there is nothing between them. */
  readonly nextTurn?: NextTurn;
  /** Hears what the room says besides what the link understands itself. */
  readonly talk: RoomTalk;
  /** The shape as it is on the board. */
  readonly shapeOf: (id: ShapeId) => Shape | undefined;
  /** Where a place in a shape's text is now, in UTF-16 units. Must not throw, whatever the bytes. */
  readonly textIndexOf: (id: ShapeId, place: Uint8Array) => number | undefined;
}

/** What is said in the room beside the work on the board. */
export interface RoomTalk {
  /** The line is there. */
  connected(): void;
  /** The line has been cut; who is here can still be asked. */
  cut(): void;
  receive(message: ServerControl): void;
}

/**
 * This page's link to its room: joins the connection with what is spoken over it. Each message goes to the one part that
 * understands it; the parts do not know each other.
 */
export class RoomLink {
  readonly connection: Connection;
  readonly saves: SaveTracker;
  readonly roster: Roster;
  readonly lane: LiveLane;
  readonly presence: RemotePresence;
  readonly activity = new ActivityInbox();
  /** A server has let this page in. */
  readonly welcomed = new Listeners<void>();
  /** The server has refused something that this person did, and not for long. */
  readonly refused = new Listeners<"SUMMON_TOO_SOON">();
  /** Who the server takes this page for: told at each connection, since two first tabs may have got different cookies. */
  readonly me: WritableStore<UserId>;
  readonly #options: RoomLinkOptions;
  readonly #intake: UpdateIntake;
  readonly #sync: DocumentSync;
  // Of the document, not of what is seen of it: an undo may change nothing on the board and must reach the disk all the same.
  readonly #countChange = ({ local, origin, changed }: Y.Transaction) => {
    // Without an origin is the first half of a creation, whose second half counts.
    if (local && origin !== null && changed.size > 0) this.saves.noteChange();
  };
  #slot: number | undefined;
  #chunks = new ChunkAssembler();
  #name: string;

  constructor(options: RoomLinkOptions) {
    const { clock, random, openSocket, doc, user, epoch, ledger } = options;
    this.#options = options;
    this.#name = options.name;
    this.connection = new Connection({
      url: () => this.#url(),
      openSocket,
      clock,
      random,
      onOpen: () => this.#opened(),
      onMessage: (message) => this.#receive(message),
      onCut: () => this.#wasCut(),
      onSilence: () => this.saves.probe(),
      putsRight: (code) => code === CloseCode.otherEpoch && epoch.disown(),
    });
    const send = (message: Uint8Array) => this.connection.send(message);
    this.#intake = new UpdateIntake({
      doc,
      now: () => clock.now(),
      nextTurn: options.nextTurn ?? ((step) => step()),
    });
    this.#sync = new DocumentSync({
      doc,
      intake: this.#intake,
      send,
      onSynced: () => this.#synced(),
      onSupplied: () => this.saves.connected(),
    });
    doc.on("afterTransaction", this.#countChange);
    this.saves = new SaveTracker({
      clock,
      ledger,
      sendBarrier: (n) => {
        this.tell({ kind: "barrier", n });
        this.connection.expectAnswer();
      },
    });
    this.me = createStore(user);
    this.roster = new Roster(this.me);
    this.lane = new LiveLane({ clock, send });
    this.presence = new RemotePresence({
      clock,
      roster: this.roster,
      shapeOf: options.shapeOf,
      textIndexOf: options.textIndexOf,
    });
  }

  /** What stands for this page in what the server tells; undefined before the first welcome. */
  get slot(): number | undefined {
    return this.#slot;
  }

  /** Changes the name that the others see. */
  rename(name: string): void {
    this.#name = name;
    this.#hello();
  }

  /** Sends a message to the server; says false while there is no line. */
  tell(message: ClientControl): boolean {
    return this.connection.send(encodeControl(message));
  }

  dispose(): void {
    this.connection.dispose();
    this.#options.doc.off("afterTransaction", this.#countChange);
    this.#sync.dispose();
    this.#intake.dispose();
    this.saves.dispose();
    this.lane.dispose();
    this.presence.dispose();
  }

  #url(): string {
    const { syncUrl, room, epoch } = this.#options;
    const { brought } = epoch;
    const query = brought ? `?epoch=${encodeURIComponent(brought)}` : "";
    return `${syncUrl}/${room}${query}`;
  }

  #opened(): void {
    this.#chunks = new ChunkAssembler();
    this.#hello();
    this.#sync.start();
  }

  #hello(): void {
    this.tell({
      kind: "hello",
      protocol: PROTOCOL_VERSION,
      name: this.#name,
      clientId: this.#options.doc.clientID,
    });
  }

  #synced(): void {
    this.connection.markLive();
  }

  /** Asks for what is missing when this page has something else than the room, though nothing is on its way. */
  #compare(digest: string): void {
    if (this.saves.isWaiting || this.#intake.isBusy) return;
    if (documentDigest(this.#options.doc) !== digest) this.#sync.start();
  }

  #wasCut(): void {
    this.#options.talk.cut();
    this.saves.disconnected();
    this.activity.disconnected();
    this.roster.disconnected();
  }

  #receive(message: Uint8Array): void {
    try {
      this.#dispatch(decoding.createDecoder(message));
    } catch (error) {
      // A message that cannot be read may have held an edit: start over rather than miss it.
      this.connection.reset();
      // Thrown on its own, so that it is reported like any other mistake of the page.
      this.#options.clock.after(0, () => {
        throw error;
      });
    }
  }

  #dispatch(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    switch (type) {
      case MessageType.sync:
        return this.#sync.receive(decoder);
      case MessageType.control: {
        const message = readServerControl(decoder);
        if (message) this.#receiveControl(message);
        return;
      }
      case MessageType.live:
        return this.presence.receive(readSlottedLive(decoder));
      case MessageType.chunk: {
        const whole = this.#chunks.receive(decoder);
        if (whole) this.#dispatch(decoding.createDecoder(whole));
        return;
      }
      default: // awareness of stock clients, or a newer server's: not for us
    }
  }

  #receiveControl(message: ServerControl): void {
    switch (message.kind) {
      case "welcome":
        this.#options.epoch.welcomed(message.epoch, message.seq);
        this.me.set(asUserId(message.user));
        this.presence.connected(message.slot);
        this.lane.connected();
        this.#slot = message.slot;
        this.#options.talk.connected();
        return this.welcomed.emit();
      case "roster":
        return this.roster.receiveRoster(message);
      case "count":
        return this.roster.receiveCount(message);
      case "saved":
        this.#options.epoch.noteStored(message.seq);
        return this.saves.receiveSaved(message.n);
      case "unsaved":
        return this.saves.receiveUnsaved(
          message.n,
          message.code === "MAY_NOT_DRAW",
        );
      case "presence":
      case "say":
      case "reaction":
      case "summon":
        return this.activity.receive(message);
      case "error":
        if (message.code === "SUMMON_TOO_SOON") this.refused.emit(message.code);
        return this.#options.talk.receive(message);
      case "digest":
        return this.#compare(message.digest);
      case "notice":
        if (message.code === "NOT_SAVED") this.saves.serverCannotSave();
        if (message.code === "SAVED_AGAIN") this.saves.serverSavesAgain();
        return;
      case "seq":
        return this.#options.epoch.noteStored(message.seq);
      default:
        return this.#options.talk.receive(message);
    }
  }
}
