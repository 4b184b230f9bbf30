import type {
  LiveBegin,
  LiveEntry,
  SlottedEntry,
} from "@/core/protocol/live-message";

/** Gestures that one connection may have under way: ten fingers, and some that it forgot to end. */
const MAX_ACTIVE = 16;

/** Remembers the gestures that are under way, for those who join meanwhile and to end those of members who leave. */
export class LiveGestures {
  readonly #active = new Map<number, Map<number, LiveBegin>>();

  /** Takes note of what a member does. Returns the gestures that are over because there are too many of them. */
  receive(slot: number, entry: LiveEntry): SlottedEntry[] {
    if (entry.kind === "end" || entry.kind === "cancel") {
      this.#active.get(slot)?.delete(entry.gesture);
      return [];
    }
    if (entry.kind !== "begin") return [];
    const gestures = this.#active.get(slot) ?? new Map<number, LiveBegin>();
    gestures.set(entry.gesture, entry);
    this.#active.set(slot, gestures);
    const excess = [...gestures.keys()].slice(0, -MAX_ACTIVE);
    for (const gesture of excess) gestures.delete(gesture);
    return cancels(slot, excess);
  }

  /** The begins of all gestures under way. */
  begins(): SlottedEntry[] {
    return [...this.#active].flatMap(([slot, gestures]) =>
      [...gestures.values()].map((entry) => ({ slot, entry })),
    );
  }

  /** Forgets a member who leaves. Returns the cancels of what they had under way. */
  leave(slot: number): SlottedEntry[] {
    const gestures = this.#active.get(slot);
    this.#active.delete(slot);
    return cancels(slot, [...(gestures?.keys() ?? [])]);
  }
}

function cancels(slot: number, gestures: readonly number[]): SlottedEntry[] {
  return gestures.map((gesture) => ({
    slot,
    entry: { kind: "cancel", gesture },
  }));
}
