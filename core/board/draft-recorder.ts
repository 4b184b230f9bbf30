import type * as Y from "yjs";

import { asShapeId, type ShapeId, type UserId } from "../base/ids";
import { randomId, type Random } from "../base/random";
import type { Shape } from "../shapes/shape";
import type { Draft, NewShape, ShapeChanges, TextEdit } from "./draft";
import { indexAbove } from "./order";
import {
  editedText,
  newRecord,
  putIntoBin,
  takeFromBin,
  writeDifference,
  writeText,
} from "./record-writer";
import {
  isListed,
  readRecord,
  recordAt,
  defaultShape,
  readShape,
  type ShapeRecord,
  SHOWN,
  storedProperties,
} from "./shape-record";

interface Edited {
  readonly before: Shape;
  readonly after: Shape;
}

/** What a draft needs to know of its board. */
export interface DraftContext {
  readonly records: Y.Map<unknown>;
  readonly user: UserId;
  readonly random: Random;
  /** The highest index in use; undefined on an empty board. */
  topIndex(): string | undefined;
}

/**
 * Collects the edits of one change and writes them in the two transactions that the undo rules ask for: the records of new shapes
 * first, which undo leaves alone, and then everything that it takes back, `shown` among it.
 */
export class DraftRecorder implements Draft {
  readonly #context: DraftContext;
  readonly #created = new Map<ShapeId, Shape>();
  readonly #edited = new Map<ShapeId, Edited>();
  readonly #textEdits: (readonly [ShapeId, TextEdit])[] = [];
  /** Whether the shape is to be in the bin, where that was said. */
  readonly #inBin = new Map<ShapeId, boolean>();
  /** The index of the shape added on top last. */
  #lastIndex: string | undefined;

  constructor(context: DraftContext) {
    this.#context = context;
  }

  get createsShapes(): boolean {
    return this.#created.size > 0;
  }

  get(id: ShapeId): Shape | undefined {
    const record = this.#record(id);
    const isVisible = this.#inBin.has(id)
      ? !this.#inBin.get(id)
      : this.#created.has(id) || (record !== undefined && isListed(record));
    return isVisible ? this.#find(id) : undefined;
  }

  add(shape: NewShape): ShapeId {
    const id = shape.id ?? asShapeId(randomId(this.#context.random));
    if (this.#created.has(id) || this.#context.records.has(id)) {
      throw new RangeError(`There is a shape "${id}" already.`);
    }
    // The compiler loses which kind it is while it spreads a union.
    const whole = {
      ...defaultShape(shape.kind),
      ...shape,
      id,
      index: shape.index ?? this.#indexOnTop(),
      author: this.#context.user,
    } as Shape;
    assertReadable(whole);
    this.#created.set(id, whole);
    return id;
  }

  set(id: ShapeId, changes: ShapeChanges): void {
    const shape = this.#find(id);
    if (!shape) return;
    const after = { ...shape, ...changes } as Shape;
    assertReadable(after);
    this.#replace(id, shape, after);
  }

  editText(id: ShapeId, edit: TextEdit): void {
    const shape = this.#find(id);
    if (!shape || !("text" in shape)) return;
    const text = editedText(shape.text, edit);
    this.#replace(id, shape, { ...shape, text });
    if (!this.#created.has(id)) this.#textEdits.push([id, edit]);
  }

  remove(id: ShapeId): void {
    if (this.#created.delete(id)) return;
    this.#inBin.set(id, true);
  }

  restore(id: ShapeId): void {
    this.#inBin.set(id, false);
  }

  /** Writes the new shapes, still hidden. Within a transaction that undo does not track. */
  writeCreations(): void {
    for (const [id, shape] of this.#created) {
      this.#context.records.set(id, newRecord(shape));
    }
  }

  /** Writes everything else. Within a transaction that undo tracks. `now` in milliseconds since 1970. */
  writeEdits(now: number): void {
    for (const id of this.#created.keys()) this.#record(id)?.set(SHOWN, true);
    for (const [id, { before, after }] of this.#edited) {
      const record = this.#record(id);
      if (record) writeDifference(record, before, after);
    }
    for (const [id, edit] of this.#textEdits) {
      const record = this.#record(id);
      if (record) writeText(record, edit);
    }
    for (const [id, isInBin] of this.#inBin) {
      const record = this.#record(id);
      if (record && isInBin) putIntoBin(record, this.#context.user, now);
      else if (record) takeFromBin(record);
    }
  }

  #record(id: ShapeId): ShapeRecord | undefined {
    return recordAt(this.#context.records, id);
  }

  /** The shape with the edits made so far, whether or not it is in the bin. */
  #find(id: ShapeId): Shape | undefined {
    const known = this.#created.get(id) ?? this.#edited.get(id)?.after;
    if (known) return known;
    const reading = readRecord(id, this.#record(id));
    return typeof reading === "string" ? undefined : reading;
  }

  #replace(id: ShapeId, before: Shape, after: Shape): void {
    if (this.#created.has(id)) this.#created.set(id, after);
    else {
      const first = this.#edited.get(id)?.before ?? before;
      this.#edited.set(id, { before: first, after });
    }
  }

  #indexOnTop(): string {
    const { random } = this.#context;
    const top = this.#lastIndex ?? this.#context.topIndex();
    return (this.#lastIndex = indexAbove(top, random));
  }
}

/** A shape that could not be read again would be lost on everybody's screen. */
function assertReadable(shape: Shape): void {
  const values = new Map(Object.entries(storedProperties(shape)));
  const reading = readShape(shape.id, values, () => "");
  const isWhole =
    typeof reading !== "string" &&
    reading.at.x === shape.at.x &&
    reading.at.y === shape.at.y;
  if (isWhole) return;
  throw new RangeError(
    `Nobody could read this shape: ${JSON.stringify(shape)}`,
  );
}
