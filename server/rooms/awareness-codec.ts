import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { hasForbiddenKey } from "@/core/protocol/forbidden-key";
import {
  MAX_AWARENESS_BYTES,
  MAX_AWARENESS_STATES,
  MAX_CLOCK,
} from "@/core/protocol/limits";
import { MessageType } from "@/core/protocol/message-type";
import { ProtocolError } from "@/core/protocol/protocol-error";

/** What one stock client shows of itself. */
export interface AwarenessEntry {
  readonly clientId: number;
  /** Rises with each change. */
  readonly clock: number;
  /** JSON, as it came and not looked into; `null` takes the client's state away. */
  readonly state: string;
}

const REMOVED = "null";

export const isRemoval = ({ state }: AwarenessEntry): boolean =>
  state === REMOVED;

/** The entry that takes away what `entry` showed. */
export const removalOf = ({ clientId, clock }: AwarenessEntry) => ({
  clientId,
  clock: clock + 1,
  state: REMOVED,
});

/** `awareness := varUint(1) • varBytes(varUint(count) • (varUint(client id) • varUint(clock) • varString(JSON))*)` */
export function encodeAwareness(
  entries: readonly AwarenessEntry[],
): Uint8Array {
  const content = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.awareness);
    encoding.writeVarUint8Array(encoder, content);
  });
}

/** Reads an awareness message after its type. Throws a ProtocolError when it is not one. */
export function readAwareness(decoder: decoding.Decoder): AwarenessEntry[] {
  try {
    const content = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    const count = decoding.readVarUint(content);
    if (count > MAX_AWARENESS_STATES)
      throw new ProtocolError("BAD_AWARENESS", "count");
    const entries: AwarenessEntry[] = [];
    for (let i = 0; i < count; i++) entries.push(readEntry(content));
    return entries;
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError("BAD_AWARENESS");
  }
}

function readEntry(decoder: decoding.Decoder): AwarenessEntry {
  const clientId = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  // Beyond what can be counted there is no higher clock for taking the state away again.
  if (clock > MAX_CLOCK) throw new ProtocolError("BAD_AWARENESS", "clock");
  const bytes = decoding.peekVarUint(decoder);
  if (bytes > MAX_AWARENESS_BYTES)
    throw new ProtocolError("BAD_AWARENESS", "state too large");
  return { clientId, clock, state: decoding.readVarString(decoder) };
}

/** Throws a ProtocolError for a state that others cannot be given: y-protocols parses what it is sent without a net. */
export function checkState({ state }: AwarenessEntry): void {
  try {
    if (!hasForbiddenKey(JSON.parse(state))) return;
  } catch {
    // Not JSON, or deeper than can be followed.
  }
  throw new ProtocolError("BAD_AWARENESS", "state");
}
