import * as decoding from "lib0/decoding";
import { hasForbiddenKey, isForbiddenKey } from "@/core/protocol/forbidden-key";
import { MAX_CLOCK } from "@/core/protocol/limits";
import { ProtocolError } from "@/core/protocol/protocol-error";
import {
  Content,
  type Reference,
  type StructReader,
} from "@/core/protocol/struct-reader";

/**
 * Looks at the struct that was read last, which begins at `id`. Throws a ProtocolError for one that Yjs, or whoever works with what
 * Yjs makes of it, would choke on.
 *
 * @param bytes The update that it stands in.
 */
export function checkStruct(
  struct: StructReader,
  id: Reference,
  bytes: Uint8Array,
): void {
  const { length, key, root, content } = struct;
  if (length < 1 || id.clock + length > MAX_CLOCK) throw badUpdate("length");
  if (isForbiddenKey(key ?? "") || isForbiddenKey(root ?? ""))
    throw badUpdate("key");
  if (
    isAhead(struct.origin, id) ||
    isAhead(struct.rightOrigin, id) ||
    isAhead(struct.parent, id)
  )
    throw badUpdate("reference");
  if (
    content === Content.json ||
    content === Content.embed ||
    content === Content.format
  )
    checkJson(struct, bytes);
}

export const badUpdate = (detail: string): ProtocolError =>
  new ProtocolError("BAD_UPDATE", detail);

/** Whether an item refers to itself, or to what its author had yet to write: that breaks Yjs while it is being applied. */
const isAhead = (reference: Reference | undefined, id: Reference): boolean =>
  reference !== undefined &&
  reference.client === id.client &&
  reference.clock >= id.clock;

/** Throws for JSON that cannot be parsed. */
function checkJson(
  { content, contentFrom }: StructReader,
  bytes: Uint8Array,
): void {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = contentFrom;
  if (
    content === Content.format &&
    isForbiddenKey(decoding.readVarString(decoder))
  )
    throw badUpdate("key");
  const values = content === Content.json ? decoding.readVarUint(decoder) : 1;
  for (let i = 0; i < values; i++) {
    const json = decoding.readVarString(decoder);
    // So Yjs writes what JSON has no word for.
    if (content === Content.json && json === "undefined") continue;
    if (hasForbiddenKey(JSON.parse(json))) throw badUpdate("key");
  }
}
