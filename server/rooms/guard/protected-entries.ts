import * as Y from "yjs";
import {
  Content,
  type Reference,
  type StructReader,
} from "@/core/protocol/struct-reader";

/** Root maps whose entries stay: a shape is deleted by a key in its record. */
const ROOTS = ["shapes", "assets"];
/** Without it nothing can be made of a record, and no client of ours ever takes it away. */
const KIND = "kind";

/**
 * Whether a struct is an entry that no client of ours deletes, which is there: the deletion of a few bytes would take away any number
 * of shapes, and no undo would bring them back.
 */
export function isProtected(doc: Y.Doc, struct: Y.Item | Y.GC): boolean {
  if (!(struct instanceof Y.Item) || struct.deleted) return false;
  const { parent, parentSub } = struct;
  if (parentSub === null || !(parent instanceof Y.AbstractType)) return false;
  return isRoot(doc, parent) || (parentSub === KIND && isRecord(doc, parent));
}

/**
 * Whether a struct would take the place of such an entry, which Yjs then deletes by itself. One with content may: it is another value
 * under a record's key. Of the records themselves none is ever replaced.
 */
export function buriesProtected(doc: Y.Doc, struct: StructReader): boolean {
  const isBare =
    struct.content === Content.deleted || struct.content === Content.gc;
  return entriesAt(doc, struct).some((entry) =>
    isBare ? isProtected(doc, entry) : isLiveRecord(doc, entry),
  );
}

/** What is there where a struct is to stand: its neighbours, and what now has the key that it would have. */
function entriesAt(doc: Y.Doc, struct: StructReader): Y.Item[] {
  const { origin, rightOrigin, root, parent, key } = struct;
  const entries: Y.Item[] = [];
  for (const id of [origin, rightOrigin]) {
    const neighbour = id && structAt(doc, id);
    if (!(neighbour instanceof Y.Item) || neighbour.parentSub === null)
      continue;
    entries.push(neighbour);
    // One that was deleted leads to the one that has its place now.
    if (neighbour.parent instanceof Y.AbstractType)
      addEntry(entries, neighbour.parent, neighbour.parentSub);
  }
  if (key !== undefined)
    addEntry(
      entries,
      root === undefined ? typeAt(doc, parent) : doc.share.get(root),
      key,
    );
  return entries;
}

function addEntry(
  entries: Y.Item[],
  type: { readonly _map: ReadonlyMap<string, Y.Item> } | undefined,
  key: string,
): void {
  const entry = type?._map.get(key);
  if (entry) entries.push(entry);
}

function isLiveRecord(doc: Y.Doc, entry: Y.Item): boolean {
  const { parent, deleted, content } = entry;
  if (deleted || !(content instanceof Y.ContentType)) return false;
  return parent instanceof Y.AbstractType && isRoot(doc, parent);
}

function structAt(
  { store }: Y.Doc,
  { client, clock }: Reference,
): Y.Item | Y.GC | undefined {
  const structs = store.clients.get(client);
  if (!structs || clock >= Y.getState(store, client)) return undefined;
  return structs[Y.findIndexSS(structs, clock)];
}

function typeAt(doc: Y.Doc, id: Reference | undefined) {
  const struct = id && structAt(doc, id);
  if (!(struct instanceof Y.Item)) return undefined;
  return struct.content instanceof Y.ContentType
    ? struct.content.type
    : undefined;
}

const isRoot = (doc: Y.Doc, type: Y.AbstractType<unknown>): boolean =>
  type._item === null && ROOTS.some((name) => doc.share.get(name) === type);

/** Whether a type is directly in one of the root maps. */
function isRecord(doc: Y.Doc, { _item: item }: Y.AbstractType<unknown>) {
  const parent = item?.parent;
  return parent instanceof Y.AbstractType && isRoot(doc, parent);
}
