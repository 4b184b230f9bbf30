import * as Y from "yjs";

import { asShapeId, type ShapeId } from "@/core/base/ids";
import {
  deletionKey,
  recordsOf,
  type ShapeRecord,
  textOf,
} from "@/core/board/shape-record";
import type { BoardPerson } from "./board-person";

/** What somebody has written into one shape, as it stands. */
export interface Work {
  /** Their values by key. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Their letters in the shape's text. */
  readonly letters: string;
}

/** Everything on the board that the person wrote, by shape. */
export function worksOf({ doc }: BoardPerson): Map<ShapeId, Work> {
  const works = new Map<ShapeId, Work>();
  for (const [id, record] of records(doc)) {
    const values: Record<string, unknown> = {};
    for (const [key, item] of record._map) {
      if (isBy(doc, item) && key !== "text") values[key] = record.get(key);
    }
    const letters = lettersIn(record, doc);
    if (letters !== "" || Object.keys(values).length > 0) {
      works.set(asShapeId(id), { values, letters });
    }
  }
  return works;
}

/** The shapes that the person has put into the bin. */
export function deletedBy({ doc, user }: BoardPerson): readonly ShapeId[] {
  return [...records(doc)]
    .filter(([, record]) => record.has(deletionKey(user)))
    .map(([id]) => asShapeId(id));
}

function* records(doc: Y.Doc): Iterable<[string, ShapeRecord]> {
  for (const [id, record] of recordsOf(doc)) {
    if (record instanceof Y.Map) yield [id, record];
  }
}

function lettersIn(record: ShapeRecord, doc: Y.Doc): string {
  let letters = "";
  let item = textOf(record)?._start ?? null;
  for (; item !== null; item = item.right) {
    const { content } = item;
    if (isBy(doc, item) && content instanceof Y.ContentString) {
      letters += content.str;
    }
  }
  return letters;
}

/** Reads the person's own copy, in which their items carry their client id. */
const isBy = ({ clientID }: Y.Doc, item: Y.Item): boolean =>
  !item.deleted && item.id.client === clientID;
