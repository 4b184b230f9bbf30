import { encodeSlottedLive } from "@/core/protocol/live-codec";
import type { LiveEntry, SlottedEntry } from "@/core/protocol/live-message";

/**
 * The droppable live entries of one tick. Of a member's cursors only the last is kept; the points of strokes add up, so all of
 * these are.
 */
export class LiveTick {
  #cursors = new Map<number, SlottedEntry>();
  #strokes: SlottedEntry[] = [];

  add(slot: number, entry: LiveEntry): void {
    if (entry.kind === "cursor") this.#cursors.set(slot, { slot, entry });
    else this.#strokes.push({ slot, entry });
  }

  /** The frame with all of them, and an empty tick after it. Undefined when there is none. */
  take(): Uint8Array | undefined {
    const entries = [...this.#strokes, ...this.#cursors.values()];
    if (entries.length === 0) return undefined;
    this.#strokes = [];
    this.#cursors.clear();
    return encodeSlottedLive(entries);
  }
}
