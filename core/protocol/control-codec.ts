import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import {
  parseClientControl,
  parseServerControl,
  type ClientControl,
  type ServerControl,
} from "./control-message";
import { MAX_CONTROL_BYTES } from "./limits";
import { MessageType } from "./message-type";
import { ProtocolError } from "./protocol-error";

/** `control := varUint(64) • varString(JSON)` */
export function encodeControl(
  message: ClientControl | ServerControl,
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.control);
    encoding.writeVarString(encoder, JSON.stringify(message));
  });
}

/** Reads a member's control message after its type. Throws a ProtocolError on anything else. */
export function readClientControl(decoder: decoding.Decoder): ClientControl {
  if (decoder.arr.byteLength > MAX_CONTROL_BYTES)
    throw new ProtocolError("BAD_CONTROL", "too long");
  const message = parseClientControl(readJson(decoder));
  if (!message) throw new ProtocolError("BAD_CONTROL");
  return message;
}

/**
 * Reads the server's control message after its type. Undefined for a kind that this client does not know, which a newer
 * server may send.
 */
export function readServerControl(
  decoder: decoding.Decoder,
): ServerControl | undefined {
  return parseServerControl(readJson(decoder));
}

function readJson(decoder: decoding.Decoder): unknown {
  try {
    return JSON.parse(decoding.readVarString(decoder));
  } catch {
    throw new ProtocolError("BAD_CONTROL", "not JSON");
  }
}
