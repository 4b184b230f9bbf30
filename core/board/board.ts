import type * as Y from "yjs";

import type { Clock } from "../base/clock";
import { type Dispose, Disposables } from "../base/disposable";
import type { ShapeId, UserId } from "../base/ids";
import { Listeners } from "../base/listeners";
import type { Random } from "../base/random";
import { createStore, type Store, type WritableStore } from "../base/store";
import type { Shape } from "../shapes/shape";
import { kindOf } from "../shapes/shape-kinds";
import type { BoardChange } from "./board-change";
import type { Draft } from "./draft";
import { DraftRecorder } from "./draft-recorder";
import { DrawOrder } from "./draw-order";
import { History } from "./history";
import { LocalEdit } from "./local-edit";
import { LAST_PART, PartialUpdate } from "./partial-update";
import {
  isTooNew,
  metaOf,
  ReadOnlyBoardError,
  SCHEMA_VERSION,
  schemaOf,
  writeSchema,
} from "./schema";
import {
  isDeleted,
  isListed,
  readRecord,
  recordAt,
  recordsOf,
  SHOWN,
  textOf,
  type Unreadable,
} from "./shape-record";
import { encodeTextPlace, textPlaceIndex } from "./text-place";
import { cleanTitle, titleOf, writeTitle } from "./title";

const REMOTE = { origin: "remote", reason: undefined } as const;
/** The origin of a change that has no place in the history. */
const RENAME = "rename";

/** A record that cannot be shown. */
export interface RecordProblem {
  readonly id: ShapeId;
  readonly reason: Unreadable;
}

type RecordsEvent = Y.YEvent<Y.AbstractType<unknown>>;
type ChangedShapes = Pick<BoardChange, "added" | "updated" | "removed">;

export interface BoardOptions {
  /** Whose changes the board's changes are. */
  readonly user: UserId;
  readonly clock: Clock;
  readonly random: Random;
  /** Told once of each record that cannot be shown. It is left as it is. */
  readonly onProblem?: (problem: RecordProblem) => void;
}

/**
 * The shapes of one document, as plain data, and the only way to change them. What it shows follows the document, whoever changes
 * it; reading never writes. Everything in the document came over a network: what makes no sense is skipped, and nothing throws.
 */
export class Board {
  readonly doc: Y.Doc;
  readonly history: History;
  readonly #options: BoardOptions;
  readonly #records: Y.Map<unknown>;
  readonly #shapes = new Map<ShapeId, Shape>();
  readonly #order = new DrawOrder(this.#shapes);
  readonly #listeners = new Listeners<BoardChange>();
  readonly #reported = new Set<ShapeId>();
  /** Shapes that parts of an update have touched, but cannot be read before the last is there. */
  readonly #unread = new Set<ShapeId>();
  readonly #title: WritableStore<string | undefined>;
  readonly #disposables = new Disposables();

  constructor(doc: Y.Doc, options: BoardOptions) {
    this.doc = doc;
    this.#options = options;
    this.#records = recordsOf(doc);
    this.#update(this.#records.keys() as Iterable<ShapeId>);
    this.#records.observeDeep(this.#onRecordsChange);
    this.#disposables.add(() =>
      this.#records.unobserveDeep(this.#onRecordsChange),
    );
    doc.on("afterTransaction", this.#onTransactionEnd);
    this.#disposables.add(() =>
      doc.off("afterTransaction", this.#onTransactionEnd),
    );
    this.#title = createStore(titleOf(doc));
    const readTitle = () => this.#title.set(titleOf(doc));
    metaOf(doc).observe(readTitle);
    this.#disposables.add(() => metaOf(doc).unobserve(readTitle));
    this.history = new History(doc);
    this.#disposables.add(() => this.history.dispose());
  }

  /** The number of shapes that are drawn: groups do not count. */
  get size(): number {
    return this.inOrder().length;
  }

  /** Whether this person may change the board. Set from outside; true at first. */
  readonly mayChange = createStore(true);

  /** Whether the board must not be changed here: this person may not, or a newer version wrote the document. */
  get readOnly(): boolean {
    return !this.mayChange.get() || isTooNew(this.doc);
  }

  /** What the board is called; undefined until somebody gives it a title. */
  get title(): Store<string | undefined> {
    return this.#title;
  }

  /** Gives the board another title, which undo leaves alone. Says false, and changes nothing, when nothing is left of it. Throws a ReadOnlyBoardError on a read-only board. */
  rename(title: string): boolean {
    this.#assertChangeable();
    const cleaned = cleanTitle(title);
    if (cleaned === undefined) return false;
    this.doc.transact(() => writeTitle(this.doc, cleaned), RENAME);
    return true;
  }

  /** Undefined for a shape that is not on the board: deleted, never made, or beyond what this version can show. */
  get(id: ShapeId): Shape | undefined {
    return this.#shapes.get(id);
  }

  /** Whatever is drawn, in order: not the groups. The array never changes; ask again after a change. */
  inOrder(): readonly Shape[] {
    return this.#order.inOrder();
  }

  /** The frame or group that the shape belongs to; undefined when it lies on the board itself, or is not on it. */
  parentOf(id: ShapeId): Shape | undefined {
    const shape = this.get(id);
    return shape && this.#order.tree().parentOf(shape);
  }

  /** The members of a frame or group, groups among them, in the order they are drawn; for undefined, what lies on the board itself. */
  childrenOf(parent: ShapeId | undefined): readonly Shape[] {
    return this.#order.tree().childrenOf(parent);
  }

  /** What is drawn of a shape: of a group its members and theirs, of a frame itself and those. Empty when it is not on the board. */
  drawnBy(id: ShapeId): readonly Shape[] {
    const shape = this.get(id);
    if (!shape) return [];
    const { holds } = kindOf(shape);
    if (!holds) return [shape];
    const members = [...this.#order.tree().leavesOf(id)];
    return holds === "frame" ? [shape, ...members] : members;
  }

  /**
   * A place between two letters of a shape's text, as bytes that mean the same place in every copy of the document and stay with the
   * letters around it. Undefined for a shape without a text.
   *
   * @param index UTF-16 units from the beginning.
   */
  textPlace(id: ShapeId, index: number): Uint8Array | undefined {
    const record = recordAt(this.#records, id);
    const text = record && textOf(record);
    return text && encodeTextPlace(text, index);
  }

  /** The index of such a place; undefined where the text or the place is not known here. Never throws. */
  textIndex(id: ShapeId, place: Uint8Array): number | undefined {
    const record = recordAt(this.#records, id);
    const text = record && textOf(record);
    return text && textPlaceIndex(text, place);
  }

  /**
   * Makes the edits of `edit` together, as one undo step. If it throws, nothing happened.
   * Throws a ReadOnlyBoardError on a read-only board.
   *
   * @param reason What the user did, in a word: for listeners and for debugging.
   */
  change(reason: string, edit: (draft: Draft) => void): void {
    this.#assertChangeable();
    const draft = new DraftRecorder({
      records: this.#records,
      user: this.#options.user,
      random: this.#options.random,
      topIndex: () => this.#order.topIndex(),
    });
    edit(draft);
    if (draft.createsShapes) {
      this.doc.transact(() => {
        if (schemaOf(this.doc) === undefined) writeSchema(this.doc);
        draft.writeCreations();
      });
    }
    const now = this.#options.clock.now();
    this.doc.transact(() => draft.writeEdits(now), new LocalEdit(reason));
  }

  /** Calls `listener` after each transaction that changed what is on the board, when the board shows the change. */
  observe(listener: (change: BoardChange) => void): Dispose {
    return this.#listeners.add((change) => {
      try {
        listener(change);
      } catch (error) {
        // Thrown on the way through Yjs, it would keep the change from other listeners and leave undo half done.
        this.#options.clock.after(0, () => {
          throw error;
        });
      }
    });
  }

  /** Lets go of the document, and leaves it as it is. */
  dispose(): void {
    this.#disposables.dispose();
  }

  #assertChangeable(): void {
    if (!this.readOnly) return;
    throw new ReadOnlyBoardError(
      isTooNew(this.doc)
        ? `The board has schema ${schemaOf(this.doc)}; this version may change schema ${SCHEMA_VERSION} at most.`
        : "This person may not change the board.",
    );
  }

  readonly #onRecordsChange = (
    events: readonly RecordsEvent[],
    { origin, local }: Y.Transaction,
  ): void => {
    if (origin instanceof PartialUpdate)
      return this.#takeInPart(events, origin);
    const touched = new Set<ShapeId>();
    for (const event of events)
      for (const id of this.#touchedBy(event)) touched.add(id);
    const byUndo = this.history.isOrigin(origin);
    this.#tell(this.#update(touched), {
      origin: byUndo ? "undo" : local ? "local" : "remote",
      reason: origin instanceof LocalEdit ? origin.reason : undefined,
    });
  };

  #tell(
    changed: ChangedShapes,
    how: Pick<BoardChange, "origin" | "reason">,
  ): void {
    const { added, updated, removed } = changed;
    if (added.length + updated.length + removed.length === 0) return;
    this.#listeners.emit({ ...how, ...changed });
  }

  #touchedBy(event: RecordsEvent): Iterable<ShapeId> {
    const isInRecord = event.target !== this.#records;
    const ids = isInRecord ? event.path.slice(0, 1) : event.keys.keys();
    return ids as Iterable<ShapeId>;
  }

  /** Reads what can be read after this part of an update; not again what was read after an earlier one. */
  #takeInPart(events: readonly RecordsEvent[], part: PartialUpdate): void {
    const readable: ShapeId[] = [];
    for (const event of events)
      for (const id of this.#touchedBy(event)) {
        const record = recordAt(this.#records, id);
        if (!this.#shapes.has(id) && record && part.isWhole(record)) {
          this.#unread.delete(id);
          if (!isDeleted(record)) readable.push(id);
        }
        // That it is shown was known before.
        else if (!record || !isListed(record) || !isOnlyOf(SHOWN, event))
          this.#unread.add(id);
      }
    this.#tell(this.#update(readable, "listed or not"), REMOTE);
  }

  readonly #onTransactionEnd = ({ origin }: Y.Transaction): void => {
    if (origin !== LAST_PART) return;
    const unread = [...this.#unread];
    this.#unread.clear();
    this.#tell(this.#update(unread), REMOTE);
  };

  /** Reads these shapes again. */
  #update(
    ids: Iterable<ShapeId>,
    which: "listed" | "listed or not" = "listed",
  ): ChangedShapes {
    const added: ShapeId[] = [];
    const updated: ShapeId[] = [];
    const removed: ShapeId[] = [];
    for (const id of ids) {
      const before = this.#shapes.get(id);
      const after = this.#read(id, which);
      if (!before && !after) continue;
      this.#order.willChange(id);
      if (after) this.#shapes.set(id, after);
      else this.#shapes.delete(id);
      if (!before) added.push(id);
      else if (after) updated.push(id);
      else removed.push(id);
    }
    return { added, updated, removed };
  }

  #read(id: ShapeId, which: "listed" | "listed or not"): Shape | undefined {
    const record = recordAt(this.#records, id);
    if (which === "listed" && record && !isListed(record)) return undefined;
    const reading = readRecord(id, record);
    if (typeof reading !== "string") return reading;
    this.#report({ id, reason: reading });
    return undefined;
  }

  #report(problem: RecordProblem): void {
    if (this.#reported.has(problem.id)) return;
    this.#reported.add(problem.id);
    this.#options.onProblem?.(problem);
  }
}

const isOnlyOf = (key: string, { keys }: RecordsEvent): boolean =>
  keys.size === 1 && keys.has(key);
