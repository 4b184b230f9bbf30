import type * as Y from "yjs";
import { SHOWN } from "./shape-record";

/** The origin of a transaction, empty by itself, with which the last part of a large update is there. */
export const LAST_PART = Symbol("last part of an update");

/** What an update, in whichever part, holds of records: by the ids of their items. */
export class ExpectedRecords {
  /** By client, then by clock. */
  readonly #keys = new Map<number, Map<number, number>>();
  readonly #shown = new Map<number, Set<number>>();

  /** It has a first value for one of the record's keys, other than the one that says that the shape is shown. */
  addKey({ client, clock }: ItemId): void {
    const clocks = this.#keys.get(client) ?? new Map<number, number>();
    this.#keys.set(client, clocks);
    clocks.set(clock, (clocks.get(clock) ?? 0) + 1);
  }

  /** It says that the shape is shown. */
  addShown({ client, clock }: ItemId): void {
    const clocks = this.#shown.get(client) ?? new Set();
    this.#shown.set(client, clocks);
    clocks.add(clock);
  }

  keysOf({ client, clock }: ItemId): number {
    return this.#keys.get(client)?.get(clock) ?? 0;
  }

  isShown({ client, clock }: ItemId): boolean {
    return this.#shown.get(client)?.has(clock) === true;
  }
}

type ItemId = Pick<Y.ID, "client" | "clock">;

/**
 * The origin of a transaction that brings a part of a large update. Until the last part is there, a record may lack what the others say of it, and
 * the board shows only those that are whole.
 */
export class PartialUpdate {
  readonly #expected: ExpectedRecords;

  constructor(expected: ExpectedRecords) {
    this.#expected = expected;
  }

  /** Whether the record of a shape that is shown has all its keys, and for each the value that took the place of those before it. */
  isWhole({ _item: item, _map: values }: Y.Map<unknown>): boolean {
    if (!item || !this.#expected.isShown(item.id)) return false;
    const keys = values.has(SHOWN) ? values.size - 1 : values.size;
    if (keys < this.#expected.keysOf(item.id)) return false;
    for (const value of values.values()) if (value.deleted) return false;
    return true;
  }
}
