import * as Y from "yjs";

import { asShapeId, asUserId, type ShapeId, type UserId } from "../base/ids";
import { boardPoint } from "../geometry/point";
import { DEFAULT_STROKE } from "../shapes/palette";
import { RecordReader } from "../shapes/record-reader";
import type { Shape } from "../shapes/shape";
import type { StoredProperties } from "../shapes/shape-kind";
import { findKind, kindOf } from "../shapes/shape-kinds";
import { DEFAULT_INDEX, isIndex } from "./order";

/** What the document holds of one shape: a key for each property that people change separately. */
export type ShapeRecord = Y.Map<unknown>;

/** Why a record is not shown. It stays in the document: a later version may know better. */
export type Unreadable = "not a record" | "unknown kind" | "missing properties";

const MAX_NAME_LENGTH = 100;
const MAX_STROKE_WIDTH = 1_000;
/** Radians: a turn, whichever way. */
const MAX_ANGLE = 2 * Math.PI;

export const SHOWN = "shown";
export const TEXT = "text";
const DELETED = "deleted:";

/** All records by shape id. Whatever else a broken writer put there must be expected. */
export const recordsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("shapes");

/** The record of a shape, listed or not; undefined when there is none, or something else in its place. */
export function recordAt(
  records: Y.Map<unknown>,
  id: ShapeId,
): ShapeRecord | undefined {
  const record = records.get(id);
  return record instanceof Y.Map ? record : undefined;
}

/** The key under which `user` deletes a shape: one a person, so that one's undo does not bring back what another deleted. */
export const deletionKey = (user: UserId): string => DELETED + user;

export const isDeletionKey = (key: string | null): boolean =>
  key?.startsWith(DELETED) === true;

/** Whether the shape is on the board: its creation was finished, and not undone, and nobody deleted it. */
export const isListed = (record: ShapeRecord): boolean =>
  record.get(SHOWN) === true && !isDeleted(record);

export function isDeleted(record: ShapeRecord): boolean {
  for (const key of record.keys()) if (isDeletionKey(key)) return true;
  return false;
}

export function textOf(record: ShapeRecord): Y.Text | undefined {
  const text = record.get(TEXT);
  return text instanceof Y.Text ? text : undefined;
}

/** The shape in a record, listed or not. Every key may be missing or hold nonsense; never throws. */
export function readRecord(id: ShapeId, record: unknown): Shape | Unreadable {
  if (!(record instanceof Y.Map)) return "not a record";
  const values: ShapeRecord = record;
  return readShape(id, values, () => textOf(values)?.toString() ?? "");
}

/** `readRecord` for values from elsewhere than the document. */
export function readShape(
  id: ShapeId,
  values: { get(key: string): unknown },
  text: () => string,
): Shape | Unreadable {
  const reader = new RecordReader(values, text);
  const kind = findKind(reader.string("kind", MAX_NAME_LENGTH) ?? "");
  if (!kind) return "unknown kind";
  const own = kind.read(reader);
  if (!own) return "missing properties";
  return { id, ...readBase(reader, kind.defaultStrokeWidth), ...own };
}

function readBase(reader: RecordReader, defaultStrokeWidth: number) {
  const index = reader.string("index", Infinity);
  const author = reader.string("author", MAX_NAME_LENGTH);
  const parent = reader.string("parent", MAX_NAME_LENGTH);
  return {
    at: boardPoint(...(reader.pair("at") ?? [0, 0])),
    angle: reader.number("angle", -MAX_ANGLE, MAX_ANGLE) ?? 0,
    parent: parent === undefined ? undefined : asShapeId(parent),
    locked: reader.flag("locked"),
    index: index !== undefined && isIndex(index) ? index : DEFAULT_INDEX,
    author: author === undefined ? undefined : asUserId(author),
    opacity: reader.number("opacity", 0, 1) ?? 1,
    stroke: reader.colour("stroke") ?? DEFAULT_STROKE,
    strokeWidth:
      reader.number("strokeWidth", 0, MAX_STROKE_WIDTH) ?? defaultStrokeWidth,
  };
}

/**
 * What a record says of which nothing but the kind is known: a shape to begin with. Of a kind that cannot do with so little, only what every
 * shape has.
 */
export function defaultShape(kindName: string): object {
  const values = new Map([["kind", kindName]]);
  const reading = readShape(asShapeId(""), values, () => "");
  if (typeof reading !== "string") return reading;
  const reader = new RecordReader(new Map(), () => "");
  const kind = findKind(kindName);
  return {
    kind: kindName,
    id: asShapeId(""),
    ...readBase(reader, kind?.defaultStrokeWidth ?? 2),
  };
}

/** What a record stores for `shape`, besides its text. Names every key; those at their default are undefined. */
export function storedProperties(shape: Shape): StoredProperties {
  const { at, angle, index, parent, locked, author } = shape;
  const { opacity, stroke, strokeWidth } = shape;
  const kind = kindOf(shape);
  return {
    kind: shape.kind,
    at: at.x === 0 && at.y === 0 ? undefined : [at.x, at.y],
    index: index === DEFAULT_INDEX ? undefined : index,
    angle: angle === 0 ? undefined : angle,
    parent,
    locked: locked ? true : undefined,
    author,
    opacity: opacity === 1 ? undefined : opacity,
    stroke: stroke === DEFAULT_STROKE ? undefined : stroke,
    strokeWidth:
      strokeWidth === kind.defaultStrokeWidth ? undefined : strokeWidth,
    ...kind.write(shape),
  };
}
