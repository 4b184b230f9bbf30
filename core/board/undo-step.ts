import * as Y from "yjs";

import { isDeletionKey } from "./shape-record";

/** What undo or redo takes back at once: the items that a change inserted, and those that it deleted. */
export type UndoStep = Y.UndoManager["undoStack"][number];

/** A run of items of one client. */
export interface ItemRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/**
 * Strikes from `step` every old value that it would put back although somebody has changed its key since. (Yjs itself sees a
 * newer value only until a later step of ours has covered it and was undone; nor does it bring anything back where two people
 * wrote at once.)
 *
 * @param wasEmptied Whether others have emptied a key of a map since the step was made.
 */
export function dropOverruled(
  doc: Y.Doc,
  step: UndoStep,
  wasEmptied: (map: Y.Item["parent"], key: string) => boolean,
): void {
  const written = new WrittenValues();
  forEachItem(doc, step.insertions, (item) =>
    written.add(latestCopy(doc, item)),
  );
  const overruled: Y.ID[] = [];
  forEachItem(doc, step.deletions, (item) => {
    const { parent, parentSub } = item;
    if (parentSub === null) return;
    const ours = written.under(item);
    const isAsLeft = ours
      ? !ours.deleted
      : isEmpty(item) && !wasEmptied(parent, parentSub);
    if (!isAsLeft) overruled.push(item.id);
  });
  for (const id of overruled) strike(step.deletions, id);
}

/** Whether the step put a shape into the bin, for this user. */
export function isDeletion(doc: Y.Doc, step: UndoStep): boolean {
  let found = false;
  forEachItem(doc, step.insertions, ({ parentSub }) => {
    found ||= isDeletionKey(parentSub);
  });
  return found;
}

/** The copies that bringing back the step's deletions made of those items that `isWanted` picks; in the order they were made. */
export function copiesMade(
  doc: Y.Doc,
  step: UndoStep,
  isWanted: (item: Y.Item) => boolean,
): readonly ItemRun[] {
  const copies: ItemRun[] = [];
  forEachItem(doc, step.deletions, (item) => {
    if (item.redone === null || !isWanted(item)) return;
    copies.push({ ...item.redone, length: item.length });
  });
  return copies.sort((a, b) => a.clock - b.clock);
}

function forEachItem(
  doc: Y.Doc,
  set: UndoStep["insertions"],
  visit: (item: Y.Item) => void,
): void {
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, set, (struct) => {
      if (struct instanceof Y.Item) visit(struct);
    });
  });
}

/** The last value that a step wrote under each key of each map. */
class WrittenValues {
  readonly #byMap = new Map<Y.Item["parent"], Map<string, Y.Item>>();

  add(item: Y.Item): void {
    if (item.parentSub === null) return;
    const byKey = this.#byMap.get(item.parent) ?? new Map<string, Y.Item>();
    this.#byMap.set(item.parent, byKey.set(item.parentSub, item));
  }

  /** Under the key that `item` is a value of. */
  under({ parent, parentSub }: Y.Item): Y.Item | undefined {
    return this.#byMap.get(parent)?.get(parentSub ?? "");
  }
}

/** Whether the key that had this value has none now. */
function isEmpty({ parent, parentSub }: Y.Item): boolean {
  return parent instanceof Y.Map && !parent.has(parentSub ?? "");
}

/** What undo and redo have made of `item`: each time they bring it back, it is a copy. */
function latestCopy(doc: Y.Doc, item: Y.Item): Y.Item {
  let latest = item;
  while (latest.redone !== null) latest = Y.getItem(doc.store, latest.redone);
  return latest;
}

function strike(set: UndoStep["deletions"], { client, clock }: Y.ID): void {
  const runs = (set.clients.get(client) ?? []).flatMap((run) => {
    const end = run.clock + run.len;
    if (clock < run.clock || clock >= end) return [run];
    return [
      { clock: run.clock, len: clock - run.clock },
      { clock: clock + 1, len: end - clock - 1 },
    ].filter(({ len }) => len > 0);
  });
  set.clients.set(client, runs);
}
