import * as Y from "yjs";
import { ProtocolError } from "@/core/protocol/protocol-error";

/** An update that has been read to its end, and that Yjs can be given. */
export interface CheckedUpdate {
  readonly bytes: Uint8Array;
  /** Whether it brings new content, and not only deletions. */
  readonly hasContent: boolean;
  /** How many letters and the like it deletes. */
  readonly deletions: number;
  /** For each client id, up to which clock the document must reach when the update has been taken in whole. */
  readonly ends: ReadonlyMap<number, number>;
}

/**
 * Reads an update without applying it. Throws a ProtocolError for one that is malformed, also in the ways that Yjs notices only
 * when it is in the middle of applying it.
 */
export function checkUpdate(bytes: Uint8Array): CheckedUpdate {
  const { structs, ds } = decode(bytes);
  const ends = new Map<number, number>();
  const reach = (client: number, clock: number, length: number) => {
    const end = clock + length;
    if (length < 1 || !Number.isSafeInteger(end)) throw badUpdate("length");
    ends.set(client, Math.max(end, ends.get(client) ?? 0));
  };
  let hasContent = false;
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    hasContent = true;
    reach(struct.id.client, struct.id.clock, struct.length);
    if (struct instanceof Y.Item) checkReferences(struct);
  }
  let deletions = 0;
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) {
      reach(client, clock, len);
      deletions += len;
    }
  return { bytes, hasContent, deletions, ends };
}

function decode(bytes: Uint8Array) {
  try {
    return Y.decodeUpdate(bytes);
  } catch {
    throw badUpdate("unreadable");
  }
}

/** An item that refers to itself, or to what its author had yet to write, breaks Yjs while it is being applied. */
function checkReferences({ id, origin, rightOrigin, parent }: Y.Item): void {
  for (const reference of [origin, rightOrigin, parent])
    if (
      reference instanceof Y.ID &&
      reference.client === id.client &&
      reference.clock >= id.clock
    )
      throw badUpdate("reference");
}

const badUpdate = (detail: string) => new ProtocolError("BAD_UPDATE", detail);
