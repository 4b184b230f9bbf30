import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import { WebSocket, type ClientOptions } from "ws";
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
import {
  MessageType,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
} from "@/core/protocol/message-type";

type Kind = ServerControl["kind"];
type OfKind<K extends Kind> = Extract<ServerControl, { kind: K }>;

export interface RawClientOptions extends ClientOptions {
  readonly protocols?: readonly string[];
  /** The person's document, from an earlier connection. */
  readonly doc?: Y.Doc;
}

/** Speaks `boardwalk.1` over a real socket, without any of the browser's code, and remembers all that it is told. */
export class RawClient {
  readonly doc: Y.Doc;
  readonly controls: ServerControl[] = [];
  readonly live: SlottedEntry[] = [];
  /** The types of the messages that came, in their order. */
  readonly types: number[] = [];
  /** Bytes of each WebSocket message that came. */
  readonly sizes: number[] = [];
  isSynced = false;
  /** Whether the server's step 1 has been answered. */
  hasSupplied = false;
  closed: { code: number; reason: string } | undefined;
  readonly socket: WebSocket;
  readonly #chunks = new ChunkAssembler();
  readonly #watchers = new Set<() => void>();
  #barriers = 0;

  constructor(url: string, options: RawClientOptions = {}) {
    const { protocols = [SUBPROTOCOL], doc, ...rest } = options;
    this.doc = doc ?? new Y.Doc();
    this.socket = new WebSocket(url, [...protocols], rest);
    this.socket.binaryType = "arraybuffer";
    this.socket.on("message", (data) => {
      const message = new Uint8Array(data as ArrayBuffer);
      this.sizes.push(message.byteLength);
      this.#receive(message);
      this.#look();
    });
    this.socket.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#look();
    });
    this.socket.on("error", () => {});
    this.socket.on("open", () => this.#look());
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.isOpen) this.#sendUpdate(update);
    });
    onTestFinished(() => this.socket.terminate());
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Connects, introduces itself and exchanges documents. */
  static async join(
    url: string,
    name = "Ada",
    options: RawClientOptions = {},
  ): Promise<RawClient> {
    const client = new RawClient(url, options);
    await client.until(() => client.isOpen);
    client.hello(name);
    client.sync();
    await client.until(
      () => client.isSynced && client.hasSupplied && client.has("welcome"),
    );
    return client;
  }

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

  control(message: ClientControl): void {
    this.send(encodeControl(message));
  }

  gesture(...entries: LiveEntry[]): void {
    this.send(encodeLive(entries));
  }

  /** Sends one protocol message, in chunks if it is long. */
  send(message: Uint8Array): void {
    for (const part of splitIntoChunks(message)) this.socket.send(part);
  }

  /** Resolves once everything sent so far is saved. */
  async saved(): Promise<void> {
    const n = this.barrier();
    await this.until(() => this.all("saved").some((one) => one.n === n));
  }

  /** Asks whether everything sent so far is saved, and returns the question's number. */
  barrier(): number {
    this.#barriers += 1;
    this.control({ kind: "barrier", n: this.#barriers });
    return this.#barriers;
  }

  /** The control messages of one kind, in their order. */
  all<K extends Kind>(kind: K): OfKind<K>[] {
    return this.controls.filter(
      (message): message is OfKind<K> => message.kind === kind,
    );
  }

  has(kind: Kind): boolean {
    return this.controls.some((message) => message.kind === kind);
  }

  last<K extends Kind>(kind: K): OfKind<K> | undefined {
    return this.all(kind).at(-1);
  }

  /** Resolves once `condition` holds, which is looked at after each message. Rejects when the socket closes before. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (condition()) resolve();
        else if (this.closed)
          reject(new Error(`closed with ${JSON.stringify(this.closed)}`));
        else return;
        this.#watchers.delete(look);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Resolves with the code and reason once the socket is closed. */
  async whenClosed(): Promise<{ code: number; reason: string }> {
    await this.until(() => this.closed !== undefined);
    return this.closed!;
  }

  /** Leaves, and resolves once the socket is closed. */
  async leave(): Promise<void> {
    this.socket.close(1000);
    await this.whenClosed();
  }

  #look(): void {
    for (const look of [...this.#watchers]) look();
  }

  #receive(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    this.types.push(type);
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
    if (kind === syncProtocol.messageYjsSyncStep2) this.isSynced = true;
    if (kind !== syncProtocol.messageYjsSyncStep1) return;
    this.send(encoding.toUint8Array(encoder));
    this.hasSupplied = true;
  }

  #sendUpdate(update: Uint8Array): void {
    this.send(
      encodeSync((encoder) => syncProtocol.writeUpdate(encoder, update)),
    );
  }
}

function encodeSync(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.sync);
    write(encoder);
  });
}
