import * as Y from "yjs";
import type { DeletedRange, Deletes } from "../slices/slice";
import { isProtected } from "./protected-entries";

/** Structs between two stops. */
const STEP = 4_000;

/** A run of clocks of one client that is there and not deleted yet. */
interface Live extends DeletedRange {
  readonly client: number;
  readonly struct: Y.Item | Y.GC;
}

/** Whether all is there that is to be deleted, may be deleted, and is done with within a few milliseconds. */
export function deletesPlainly(
  doc: Y.Doc,
  deletes: Deletes,
  maxStructs: number,
): boolean {
  let left = maxStructs;
  if (reachesBeyond(doc, deletes)) return false;
  for (const live of liveIn(doc, deletes))
    if (--left < 0 || (live && isProtected(doc, live.struct))) return false;
  return true;
}

/** Whether any of what is to be deleted, as far as it is there, may not be deleted. Stops now and then. */
export function* findForbidden(
  doc: Y.Doc,
  deletes: Deletes,
): Generator<undefined, boolean> {
  let step = 0;
  for (const live of liveIn(doc, deletes)) {
    if (live && isProtected(doc, live.struct)) return true;
    if (++step % STEP === 0) yield;
  }
  return false;
}

/** Whether all that is to be deleted is so already. Stops now and then. */
export function* isDeleted(
  doc: Y.Doc,
  deletes: Deletes,
): Generator<undefined, boolean> {
  let step = 0;
  if (reachesBeyond(doc, deletes)) return false;
  for (const live of liveIn(doc, deletes)) {
    if (live) return false;
    if (++step % STEP === 0) yield;
  }
  return true;
}

/**
 * What is to be deleted, as far as it is there and not deleted yet, in parts of so many structs. Stops now and then with undefined. The
 * document may change meanwhile.
 */
export function* cutDeletes(
  doc: Y.Doc,
  deletes: Deletes,
  size: number,
): Generator<Map<number, DeletedRange[]> | undefined> {
  let part = new Map<number, DeletedRange[]>();
  let count = 0;
  let step = 0;
  for (const live of liveIn(doc, deletes)) {
    if (live) {
      const { client, clock, len } = live;
      const ranges = part.get(client) ?? [];
      part.set(client, ranges);
      ranges.push({ clock, len });
      count += 1;
    }
    if (count === size) {
      yield part;
      part = new Map();
      count = 0;
    } else if (++step % STEP === 0) yield undefined;
  }
  if (count > 0) yield part;
}

/** Whether something is to be deleted that is not there yet. */
function reachesBeyond({ store }: Y.Doc, deletes: Deletes): boolean {
  for (const [client, ranges] of deletes) {
    const state = Y.getState(store, client);
    for (const { clock, len } of ranges) if (clock + len > state) return true;
  }
  return false;
}

/** Walks through the structs in ranges; undefined stands for one that is deleted already. */
function* liveIn(
  { store }: Y.Doc,
  deletes: Deletes,
): Generator<Live | undefined> {
  for (const [client, ranges] of deletes)
    for (const range of ranges) {
      let at = range.clock;
      for (;;) {
        const end = Math.min(
          range.clock + range.len,
          Y.getState(store, client),
        );
        if (at >= end) break;
        const structs = store.clients.get(client)!;
        // Looked for anew each time: the structs may have been split or joined since the last stop.
        const struct = structs[Y.findIndexSS(structs, at)]!;
        const len = Math.min(struct.id.clock + struct.length, end) - at;
        yield struct.deleted
          ? undefined
          : { client, clock: at, len, struct: struct as Y.Item };
        at += len;
      }
    }
}
