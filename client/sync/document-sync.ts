import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import type * as Y from "yjs";
import { MessageType } from "@/core/protocol/message-type";
import type { UpdateIntake } from "./update-intake";

/** Sends one message; says whether it went out. */
export type Send = (message: Uint8Array) => boolean;

export interface DocumentSyncOptions {
  readonly doc: Y.Doc;
  /** Brings what comes from the server into the document. */
  readonly intake: UpdateIntake;
  readonly send: Send;
  /** The server's content is in the document. */
  readonly onSynced: () => void;
  /** All that the server lacked when it asked has been sent. */
  readonly onSupplied: () => void;
}

/**
 * Keeps the document equal to the room's, by the sync protocol of y-protocols: each side tells what it has, the other answers with
 * the rest, and from then on every change made here is sent as it happens.
 */
export class DocumentSync {
  readonly #options: DocumentSyncOptions;
  /** Counts the first syncs: what is left of an earlier one does not end this one. */
  #starts = 0;
  readonly #sendUpdate = (
    update: Uint8Array,
    _: unknown,
    __: Y.Doc,
    transaction: Y.Transaction,
  ) => {
    // What others made has come from the server, or goes there with the next first sync.
    if (!transaction.local) return;
    this.#options.send(
      encodeSync((encoder) => syncProtocol.writeUpdate(encoder, update)),
    );
  };

  constructor(options: DocumentSyncOptions) {
    this.#options = options;
    options.doc.on("update", this.#sendUpdate);
  }

  /** Asks for all that this document lacks. Call it when a connection has opened, or to heal a gap. */
  start(): void {
    const { doc, send } = this.#options;
    this.#starts += 1;
    send(encodeSync((encoder) => syncProtocol.writeSyncStep1(encoder, doc)));
  }

  /** Takes a sync message after its type. Throws on bytes that are not one. */
  receive(decoder: decoding.Decoder): void {
    const { doc, intake, send, onSynced, onSupplied } = this.#options;
    const kind = decoding.readVarUint(decoder);
    switch (kind) {
      case syncProtocol.messageYjsSyncStep1:
        send(
          encodeSync((encoder) =>
            syncProtocol.readSyncStep1(decoder, encoder, doc),
          ),
        );
        return onSupplied();
      case syncProtocol.messageYjsSyncStep2: {
        const start = this.#starts;
        return intake.take(decoding.readVarUint8Array(decoder), this, () => {
          if (start === this.#starts) onSynced();
        });
      }
      case syncProtocol.messageYjsUpdate:
        return intake.take(decoding.readVarUint8Array(decoder), this, () => {});
      default:
        throw new Error(`Unknown sync message ${kind}.`);
    }
  }

  dispose(): void {
    this.#options.doc.off("update", this.#sendUpdate);
  }
}

function encodeSync(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.sync);
    write(encoder);
  });
}
