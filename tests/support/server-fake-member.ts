import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { ChunkAssembler, splitIntoChunks } from "@/core/protocol/chunks";
import {
  encodeControl,
  readServerControl,
} from "@/core/protocol/control-codec";
import type {
  ClientControl,
  ServerControl,
} from "@/core/protocol/control-message";
import { encodeLive, readSlottedLive } from "@/core/protocol/live-codec";
import type { LiveEntry, SlottedEntry } from "@/core/protocol/live-message";
import { MessageType, PROTOCOL_VERSION } from "@/core/protocol/message-type";
import type {
  MemberSocket,
  MemberSocketEvents,
} from "@/server/rooms/member-socket";
import { FrameReader } from "./server-frame-reader";

type Kind = ServerControl["kind"];

/**
 * A member whose socket is the test: the room writes frames to it, and it sends messages to the room. What is written is taken by
 * the network at once, unless `isStuck`.
 */
export class FakeMember implements MemberSocket {
  readonly doc = new Y.Doc();
  readonly controls: ServerControl[] = [];
  readonly live: SlottedEntry[] = [];
  /** All messages, without the frames round them. */
  readonly messages: Uint8Array[] = [];
  readonly writes: number[] = [];
  isOpen = true;
  isStuck = false;
  isPaused = false;
  /** Whether it does not answer the server's sync step 1 by itself. */
  isSilent = false;
  /** How often the server has asked by sync step 1. */
  questions = 0;
  pings = 0;
  bufferedBytes = 0;
  closed: { code: number; reason: string } | undefined;
  #session: MemberSocketEvents | undefined;
  readonly #frames = new FrameReader();
  readonly #chunks = new ChunkAssembler();

  connect(session: MemberSocketEvents): void {
    this.#session = session;
  }

  // What the room does to the socket

  write(frames: Uint8Array): void {
    this.writes.push(frames.byteLength);
    if (this.isStuck) this.bufferedBytes += frames.byteLength;
    for (const message of this.#frames.read(frames)) this.#receive(message);
  }

  ping(): void {
    this.pings += 1;
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
    this.isOpen = false;
  }

  terminate(): void {
    this.close(1006, "");
    this.leave();
  }

  // What the member does

  hello(name: string, colour?: string): void {
    this.control({
      kind: "hello",
      protocol: PROTOCOL_VERSION,
      name,
      clientId: this.doc.clientID,
      ...(colour === undefined ? {} : { colour }),
    });
  }

  /** Sends sync step 1. */
  sync(): void {
    this.send(
      encodeSync((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc)),
    );
  }

  /** Puts something on the board. */
  draw(id: string, value: unknown = 1): void {
    const known = Y.encodeStateVector(this.doc);
    this.doc.getMap("shapes").set(id, value);
    this.update(Y.encodeStateAsUpdate(this.doc, known));
  }

  /** Sends sync step 2, with all that it has. */
  answer(): void {
    this.send(
      encodeSync((encoder) => syncProtocol.writeSyncStep2(encoder, this.doc)),
    );
  }

  update(update: Uint8Array): void {
    this.send(
      encodeSync((encoder) => syncProtocol.writeUpdate(encoder, update)),
    );
  }

  control(message: ClientControl): void {
    this.send(encodeControl(message));
  }

  gesture(...entries: LiveEntry[]): void {
    this.send(encodeLive(entries));
  }

  send(message: Uint8Array): void {
    const isChunk = message[0] === MessageType.chunk;
    for (const part of isChunk ? [message] : splitIntoChunks(message))
      this.#session?.message(part);
  }

  sendText(): void {
    this.#session?.text();
  }

  pong(): void {
    this.#session?.pong();
  }

  /** The network takes all that was written. */
  drain(): void {
    this.bufferedBytes = 0;
    this.#session?.drain();
  }

  leave(): void {
    this.isOpen = false;
    this.#session?.closed();
  }

  // What the member has been told

  all<K extends Kind>(kind: K): Extract<ServerControl, { kind: K }>[] {
    return this.controls.filter(
      (message): message is Extract<ServerControl, { kind: K }> =>
        message.kind === kind,
    );
  }

  last<K extends Kind>(kind: K) {
    return this.all(kind).at(-1);
  }

  #receive(message: Uint8Array): void {
    this.messages.push(message);
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MessageType.sync) this.#receiveSync(decoder);
    else if (type === MessageType.control)
      this.controls.push(readServerControl(decoder)!);
    else if (type === MessageType.live)
      this.live.push(...readSlottedLive(decoder));
    else if (type === MessageType.chunk) {
      const whole = this.#chunks.receive(decoder);
      if (whole) this.#receive(whole);
    }
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageType.sync);
    const kind = syncProtocol.readSyncMessage(decoder, encoder, this.doc, this);
    if (kind !== syncProtocol.messageYjsSyncStep1) return;
    this.questions += 1;
    if (!this.isSilent) this.send(encoding.toUint8Array(encoder));
  }
}

function encodeSync(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.sync);
    write(encoder);
  });
}
