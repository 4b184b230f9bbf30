import * as Y from "yjs";

import type { ItemRun } from "./undo-step";

/** Any of Yjs's types: a map keeps its values by key, a text its pieces as a chain. */
type Container = Pick<Y.AbstractType<unknown>, "_map" | "_start">;

interface Range {
  readonly start: number;
  end: number;
}

/**
 * Knows which items of the document were written here in this session. The client id alone does not tell: Yjs changes ours when
 * somebody else turns up with the same, and what undo brings back of another's work carries our id.
 */
export class OwnItems {
  /** By client id, rising and apart. */
  readonly #ranges = new Map<number, Range[]>();

  /** Everything that a transaction wrote, which must be one from here. */
  note({ beforeState, afterState }: Y.Transaction): void {
    for (const [client, end] of afterState) {
      const clock = beforeState.get(client) ?? 0;
      if (end > clock) this.add({ client, clock, length: end - clock });
    }
  }

  /** For each client, to be told in order. */
  add({ client, clock, length }: ItemRun): void {
    const ranges = this.#ranges.get(client) ?? [];
    this.#ranges.set(client, ranges);
    const last = ranges.at(-1);
    if (last?.end === clock) last.end += length;
    else ranges.push({ start: clock, end: clock + length });
  }

  has({ id, length }: Y.Item): boolean {
    const ranges = this.#ranges.get(id.client) ?? [];
    return ranges.some(
      ({ start, end }) => start <= id.clock && id.clock + length <= end,
    );
  }

  /** Whether all that lives in `type`, however deep, was written here. */
  ownsAllIn(type: Container): boolean {
    for (const item of liveItemsIn(type)) if (!this.has(item)) return false;
    return true;
  }
}

function* liveItemsIn(type: Container): Iterable<Y.Item> {
  for (const item of childrenOf(type)) {
    if (item.deleted) continue;
    yield item;
    if (item.content instanceof Y.ContentType) {
      yield* liveItemsIn(item.content.type);
    }
  }
}

function* childrenOf({ _map, _start }: Container): Iterable<Y.Item> {
  yield* _map.values();
  for (let item = _start; item !== null; item = item.right) yield item;
}
