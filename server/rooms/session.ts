import * as decoding from "lib0/decoding";
import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { ChunkAssembler } from "@/core/protocol/chunks";
import { CloseCode } from "@/core/protocol/close-codes";
import { HELLO_DEADLINE_MS } from "@/core/protocol/limits";
import { MessageType } from "@/core/protocol/message-type";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { UpdateThrottle } from "../limits/update-throttle";
import type { Log } from "../log";
import { encodeAwareness, readAwareness } from "./awareness-codec";
import type { Watched } from "./keep-alive";
import { LineWatch } from "./line-watch";
import type { Judged } from "./access-gate";
import type { Managing } from "./managing";
import type { MemberSocket, MemberSocketEvents } from "./member-socket";
import { OwnMessages } from "./own-messages";
import type { Peer } from "./peer";
import { PeerSync } from "./peer-sync";
import type { Reception } from "./reception";
import type { RoomParts } from "./room-parts";
import { SessionQuotas } from "./session-quotas";

export interface SessionOptions {
  readonly peer: Peer;
  readonly socket: MemberSocket;
  readonly parts: RoomParts;
  readonly reception: Reception;
  readonly managing: Managing;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once, when the socket is gone. */
  readonly onClosed: (session: Session) => void;
}

/** How soon a member who is doubted must give a sign of life. */
const DOUBT_MS = 3_000;
/** Stands for "nothing has changed" to a stock client that would take silence for a dead line. */
const NO_AWARENESS = encodeAwareness([]);

/**
 * One member's connection: hears what they send and has it done. Nothing that a member sends can throw out of here: whoever breaks
 * the protocol is closed with the error's code, and the others notice nothing.
 */
export class Session implements MemberSocketEvents, Watched, Judged {
  readonly #options: SessionOptions;
  readonly #sync: PeerSync;
  readonly #quotas: SessionQuotas;
  readonly #throttle: UpdateThrottle;
  readonly #ownMessages: OwnMessages;
  readonly #chunks = new ChunkAssembler();
  readonly #timers = new Disposables();
  readonly #line: LineWatch;
  #isClosed = false;
  #isDoubted = false;

  constructor(options: SessionOptions) {
    const { peer, socket, parts, reception, managing, clock } = options;
    this.#options = options;
    this.#line = new LineWatch(socket, peer.outbox);
    this.#sync = new PeerSync({
      peer,
      ...parts,
      onError: (error) => this.#fail(error),
    });
    this.#quotas = new SessionQuotas(clock, parts.tally);
    this.#throttle = new UpdateThrottle({
      clock,
      pause: () => {
        parts.tally.refused("UPDATES_TOO_FAST");
        socket.pause();
      },
      resume: () => socket.resume(),
      onTooLong: () => this.#fail(new ProtocolError("TOO_MANY_MESSAGES")),
    });
    this.#ownMessages = new OwnMessages({
      peer,
      parts,
      reception,
      managing,
      sync: this.#sync,
      quotas: this.#quotas,
    });
    this.#timers.add(() => this.#throttle.dispose());
    this.#timers.add(
      clock.after(HELLO_DEADLINE_MS, () => {
        if (!reception.has(peer)) this.#fail(new ProtocolError("NO_HELLO"));
      }),
    );
  }

  get peer(): Peer {
    return this.#options.peer;
  }

  get lastSentAt(): number {
    return this.peer.outbox.lastSentAt;
  }

  allow(): void {
    this.#sync.allow();
  }

  message(data: Uint8Array): void {
    this.#line.heard();
    if (this.peer.isClosing) return;
    try {
      this.#handle(data);
    } catch (error) {
      this.#fail(error);
    }
  }

  text(): void {
    if (!this.peer.isClosing)
      this.#fail(new ProtocolError("BAD_MESSAGE", "text"));
  }

  pong(): void {
    this.#line.heard();
  }

  drain(): void {
    this.peer.outbox.pump();
    this.#options.parts.outbox.heal(this.peer);
  }

  closed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { reception, onClosed } = this.#options;
    this.#timers.dispose();
    this.peer.outbox.dispose();
    this.#sync.leave();
    reception.leave(this.peer);
    onClosed(this);
  }

  sayNothing(): void {
    const { parts } = this.#options;
    if (this.peer.isStock) this.peer.outbox.send(NO_AWARENESS);
    else this.peer.tell({ kind: "seq", seq: parts.log.lastSeq });
  }

  /** The member may have gone without a word: cuts the line unless there is a sign of life soon. */
  doubt(): void {
    if (this.#isDoubted) return;
    this.#isDoubted = true;
    this.probe();
    const stop = this.#options.clock.after(DOUBT_MS, () => {
      this.#isDoubted = false;
      if (!this.#line.hasBeenHeard) this.probe();
    });
    this.#timers.add(stop);
  }

  probe(): void {
    const { socket } = this.#options;
    // The pong of a member who is not being read cannot arrive.
    if (!this.#throttle.isPaused && socket.isOpen) this.#line.probe();
  }

  #handle(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = readType(decoder);
    switch (type) {
      case MessageType.sync:
        return this.#receiveSync(decoder);
      case MessageType.awareness:
        return this.#receiveAwareness(decoder);
      case MessageType.queryAwareness:
        return this.#answerAwareness();
      case MessageType.auth: // only servers say that
        return;
    }
    if (this.peer.isStock) throw new ProtocolError("UNKNOWN_MESSAGE");
    switch (type) {
      case MessageType.control:
        return this.#ownMessages.receiveControl(decoder);
      case MessageType.live:
        return this.#ownMessages.receiveLive(decoder);
      case MessageType.chunk:
        return this.#receiveChunk(decoder);
      default:
        throw new ProtocolError("UNKNOWN_MESSAGE");
    }
  }

  #receiveSync(decoder: decoding.Decoder): void {
    this.#options.reception.arrive(this.peer);
    this.#throttle.count();
    this.#sync.receive(decoder);
  }

  #receiveChunk(decoder: decoding.Decoder): void {
    const message = receiveChunk(this.#chunks, decoder);
    if (!message) return;
    const whole = decoding.createDecoder(message);
    if (readType(whole) !== MessageType.sync)
      throw new ProtocolError("BAD_CHUNK", "not a sync message");
    this.#receiveSync(whole);
  }

  /** Ours have their own presence, and no business with that of stock clients. */
  #receiveAwareness(decoder: decoding.Decoder): void {
    const { parts, reception } = this.#options;
    if (!this.peer.isStock || !reception.has(this.peer)) return;
    if (this.#quotas.takeLive())
      parts.awareness.receive(this.peer, readAwareness(decoder));
  }

  #answerAwareness(): void {
    this.#quotas.takeControl();
    if (this.peer.isStock)
      this.peer.outbox.send(this.#options.parts.awareness.encodeAll());
  }

  #fail(error: unknown): void {
    const { log, parts } = this.#options;
    const room = parts.record.id;
    if (error instanceof ProtocolError) {
      log.info({ room, code: error.code, reason: error.message }, "refused");
      this.peer.close(error.closeCode, error.code);
    } else {
      log.error({ room, err: error }, "a message could not be handled");
      this.peer.close(CloseCode.serverError, "SERVER_ERROR");
    }
  }
}

function readType(decoder: decoding.Decoder): number {
  try {
    return decoding.readVarUint(decoder);
  } catch {
    throw new ProtocolError("BAD_MESSAGE", "empty");
  }
}

function receiveChunk(
  chunks: ChunkAssembler,
  decoder: decoding.Decoder,
): Uint8Array | undefined {
  try {
    return chunks.receive(decoder);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError("BAD_CHUNK", "cut off");
  }
}
