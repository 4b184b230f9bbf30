import * as Y from "yjs";
import { recordsOf } from "@/core/board/shape-record";
import type { UserId } from "@/core/base/ids";
import { isAnonymous } from "../../auth/anonymous";
import type { ClientIds } from "./client-ids";

const AUTHOR = "author";

type SomeRecord = Y.Map<unknown>;

/** The records whose author has been written, or taken away, by a transaction. */
export function signedBy({ doc, changed }: Y.Transaction): SomeRecord[] {
  const records = recordsOf(doc);
  const signed: SomeRecord[] = [];
  for (const [type, keys] of changed as Map<unknown, Set<string | null>>) {
    if (type === records) {
      for (const key of keys) {
        const record = key === null ? undefined : records.get(key);
        if (record instanceof Y.Map) signed.push(record);
      }
    } else if (
      keys.has(AUTHOR) &&
      type instanceof Y.Map &&
      type.parent === records &&
      !type._item?.deleted
    )
      signed.push(type);
  }
  return signed;
}

/**
 * Who made a record, where that is known and the record says something else. Whoever has no cookie cannot know what they are called here: of
 * them it is only known that they are nobody else.
 */
export function trueAuthor(
  record: SomeRecord,
  ids: ClientIds,
): UserId | undefined {
  const owner = record._item && ids.ownerOf(record._item.id.client);
  if (!owner) return undefined;
  const said = record.get(AUTHOR);
  if (said === owner) return undefined;
  if (!isAnonymous(owner)) return owner;
  return typeof said === "string" && ids.knows(said) ? owner : undefined;
}

export function sign(record: SomeRecord, author: UserId): void {
  record.set(AUTHOR, author);
}
