import * as Y from "yjs";
import type { Reference, StructReader } from "@/core/protocol/struct-reader";

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

/** Whether a struct without content would take the place of such an entry. */
export function buriesProtected(doc: Y.Doc, struct: StructReader): boolean {
  const { origin, rightOrigin, root, parent, key } = struct;
  for (const neighbour of [origin, rightOrigin])
    if (neighbour && isProtectedAt(doc, neighbour)) return true;
  if (key === undefined) return false;
  const type = root === undefined ? typeAt(doc, parent) : doc.share.get(root);
  const entry = type?._map.get(key);
  return entry !== undefined && isProtected(doc, entry);
}

function isProtectedAt(doc: Y.Doc, id: Reference): boolean {
  const struct = structAt(doc, id);
  return struct !== undefined && isProtected(doc, struct);
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
