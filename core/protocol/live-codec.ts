import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MAX_LIVE_BYTES, MAX_LIVE_ENTRIES } from "./limits";
import { readLiveEntry, writeLiveEntry } from "./live-entry-codec";
import type { LiveEntry, SlottedEntry } from "./live-message";
import { refuse } from "./live-values";
import { MessageType } from "./message-type";

/** `live := varUint(65) • entry+`, from a member to the server. */
export function encodeLive(entries: readonly LiveEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.live);
    for (const entry of entries) writeLiveEntry(encoder, entry);
  });
}

/** The entries in as few frames as the server's limits allow, in their order. */
export function encodeLiveFrames(entries: readonly LiveEntry[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  let gathered: LiveEntry[] = [];
  let size = 0;
  const seal = () => {
    if (gathered.length > 0) frames.push(encodeLive(gathered));
    gathered = [];
    size = 0;
  };
  for (const entry of entries) {
    const length = encodeLive([entry]).byteLength;
    const isFull =
      gathered.length === MAX_LIVE_ENTRIES || size + length > MAX_LIVE_BYTES;
    if (isFull) seal();
    gathered.push(entry);
    size += length;
  }
  seal();
  return frames;
}

/** Reads a member's live frame after its type. Throws a ProtocolError when it is not one to the last byte. */
export function readLive(decoder: decoding.Decoder): LiveEntry[] {
  const entries: LiveEntry[] = [];
  while (decoding.hasContent(decoder)) {
    entries.push(readLiveEntry(decoder));
    if (entries.length > MAX_LIVE_ENTRIES) refuse("too many entries");
  }
  if (entries.length === 0) refuse("empty");
  return entries;
}

/** `slotted live := varUint(65) • (varUint(slot) • entry)+`, from the server to the room. */
export function encodeSlottedLive(
  entries: readonly SlottedEntry[],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.live);
    for (const { slot, entry } of entries) {
      encoding.writeVarUint(encoder, slot);
      writeLiveEntry(encoder, entry);
    }
  });
}

/** Reads the server's live frame after its type. Throws a ProtocolError when it is not one to the last byte. */
export function readSlottedLive(decoder: decoding.Decoder): SlottedEntry[] {
  const entries: SlottedEntry[] = [];
  while (decoding.hasContent(decoder)) {
    const slot = decoding.readVarUint(decoder);
    entries.push({ slot, entry: readLiveEntry(decoder) });
  }
  return entries;
}
