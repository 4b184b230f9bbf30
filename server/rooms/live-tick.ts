import { encodeSlottedLive } from "@/core/protocol/live-codec";
import {
  isReplaceable,
  type LiveEntry,
  type SlottedEntry,
} from "@/core/protocol/live-message";

/** The droppable live entries of one tick: the last one where a later one says it all, and every one where they add up. */
export class LiveTick {
  readonly #latest = new Map<string, SlottedEntry>();
  #additive: SlottedEntry[] = [];

  add(slot: number, entry: LiveEntry): void {
    if (!isReplaceable(entry)) this.#additive.push({ slot, entry });
    else this.#latest.set(keyOf(slot, entry), { slot, entry });
  }

  /** The frame with all of them, and an empty tick after it. Undefined when there is none. */
  take(): Uint8Array | undefined {
    const entries = [...this.#additive, ...this.#latest.values()];
    if (entries.length === 0) return undefined;
    this.#additive = [];
    this.#latest.clear();
    return encodeSlottedLive(entries);
  }
}

function keyOf(slot: number, entry: LiveEntry): string {
  const gesture = "gesture" in entry ? entry.gesture : "";
  return `${slot} ${entry.kind} ${gesture}`;
}
