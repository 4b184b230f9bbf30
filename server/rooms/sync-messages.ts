import * as encoding from "lib0/encoding";
import { messagePermissionDenied } from "y-protocols/auth";
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
} from "y-protocols/sync";
import { MessageType } from "@/core/protocol/message-type";

/** `sync := varUint(0) • varUint(kind) • varBytes(content)` */
function encodeSync(kind: number, content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, content);
  });
}

/** "This is what I have": asks for the rest. */
export const encodeSyncStep1 = (stateVector: Uint8Array): Uint8Array =>
  encodeSync(messageYjsSyncStep1, stateVector);

/** "This is what you lack": the answer. */
export const encodeSyncStep2 = (update: Uint8Array): Uint8Array =>
  encodeSync(messageYjsSyncStep2, update);

/** A change, as it happens. */
export const encodeUpdate = (update: Uint8Array): Uint8Array =>
  encodeSync(messageYjsUpdate, update);

/** The one way to tell a stock client that something of theirs was refused: `auth := varUint(2) • varUint(0) • varString(reason)` */
export const encodePermissionDenied = (reason: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.auth);
    encoding.writeVarUint(encoder, messagePermissionDenied);
    encoding.writeVarString(encoder, reason);
  });
