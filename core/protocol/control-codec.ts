import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { ClientControl, ServerControl } from "./control-message";
import { MessageType } from "./message-type";
import { ProtocolError } from "./protocol-error";
import { isServerControl } from "./server-control";

/** `control := varUint(64) • varString(JSON)` */
export function encodeControl(
  message: ClientControl | ServerControl,
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.control);
    encoding.writeVarString(encoder, JSON.stringify(message));
  });
}

/**
 * Reads the server's control message after its type. Undefined for a kind that this client does not know, which a newer
 * server may send.
 */
export function readServerControl(
  decoder: decoding.Decoder,
): ServerControl | undefined {
  const json = readJson(decoder);
  return isServerControl(json) ? json : undefined;
}

/** Reads the JSON of a control message after its type. Throws a ProtocolError when it is none. */
export function readJson(decoder: decoding.Decoder): unknown {
  try {
    return JSON.parse(decoding.readVarString(decoder));
  } catch {
    throw new ProtocolError("BAD_CONTROL", "not JSON");
  }
}
