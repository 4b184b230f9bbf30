import { once } from "node:events";
import type { Socket } from "node:net";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { CloseCode } from "@/core/protocol/close-codes";
import {
  encodeControl,
  readServerControl,
} from "@/core/protocol/control-codec";
import { encodeLive, readSlottedLive } from "@/core/protocol/live-codec";
import type { LiveEntry, SlottedEntry } from "@/core/protocol/live-message";
import {
  MessageType,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
} from "@/core/protocol/message-type";

/** As little of a client as a measurement needs. */
export class BenchClient {
  readonly doc = new Y.Doc();
  readonly #socket: WebSocket;
  readonly #savedAt = new Map<number, (at: number) => void>();
  readonly #live: ((entry: SlottedEntry) => void)[] = [];
  #barriers = 0;
  #tcp: Socket | undefined;

  static async join(url: string): Promise<BenchClient> {
    const client = new BenchClient(url);
    await once(client.#socket, "open");
    client.#send(
      encodeControl({
        kind: "hello",
        protocol: PROTOCOL_VERSION,
        name: "Bench",
        clientId: client.doc.clientID,
      }),
    );
    client.#send(
      encodeSync((encoder) => syncProtocol.writeSyncStep1(encoder, client.doc)),
    );
    await client.saved();
    return client;
  }

  private constructor(url: string) {
    this.#socket = new WebSocket(url, SUBPROTOCOL);
    this.#socket.on("upgrade", ({ socket }) => (this.#tcp = socket));
    this.#socket.on("message", (data: Buffer) => this.#receive(data));
    this.#socket.on("close", (code, reason) => {
      if (code !== CloseCode.restart)
        throw new Error(`Closed with ${code} ${reason.toString()}.`);
    });
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this)
        this.#send(
          encodeSync((encoder) => syncProtocol.writeUpdate(encoder, update)),
        );
    });
  }

  /** Bytes that have come over the TCP connection so far, headers and all. */
  get bytesRead(): number {
    return this.#tcp?.bytesRead ?? 0;
  }

  gesture(...entries: LiveEntry[]): void {
    this.#send(encodeLive(entries));
  }

  /** Calls `listener` with each entry that the server passes on. */
  onLive(listener: (entry: SlottedEntry) => void): void {
    this.#live.push(listener);
  }

  /** Asks whether everything is saved. Resolves with the moment of the answer, by `performance.now`. */
  saved(): Promise<number> {
    const n = ++this.#barriers;
    this.#send(encodeControl({ kind: "barrier", n }));
    return new Promise((resolve) => this.#savedAt.set(n, resolve));
  }

  #receive(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MessageType.live)
      for (const entry of readSlottedLive(decoder))
        for (const listener of this.#live) listener(entry);
    if (type === MessageType.sync) this.#receiveSync(decoder);
    if (type !== MessageType.control) return;
    const message = readServerControl(decoder);
    if (message?.kind !== "saved") return;
    this.#savedAt.get(message.n)?.(performance.now());
    this.#savedAt.delete(message.n);
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const answer = encodeSync((encoder) =>
      syncProtocol.readSyncMessage(decoder, encoder, this.doc, this),
    );
    if (answer.byteLength > 1) this.#send(answer);
  }

  #send(message: Uint8Array): void {
    this.#socket.send(message);
  }
}

function encodeSync(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.sync);
    write(encoder);
  });
}
