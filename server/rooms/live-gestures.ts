import {
  MAX_ACTIVE_GESTURES,
  MAX_ENTRY_SHAPES,
  MAX_GESTURE_SHAPES,
} from "@/core/protocol/limits";
import type { ShapeId } from "@/core/base/ids";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveEntry, SlottedEntry } from "@/core/protocol/live-message";
import { ProtocolError } from "@/core/protocol/protocol-error";

interface ActiveGesture {
  readonly begin: LiveBegin;
  /** Those that it moves or erases. */
  readonly shapes: Set<ShapeId>;
}

/** Remembers the gestures that are under way, for those who join meanwhile and to end those of members who leave. */
export class LiveGestures {
  readonly #active = new Map<number, Map<number, ActiveGesture>>();

  /**
   * Takes note of what a member does. Returns the gestures that are over because there are too many of them. Throws a ProtocolError
   * when one of them has too many shapes.
   */
  receive(slot: number, entry: LiveEntry): SlottedEntry[] {
    switch (entry.kind) {
      case "begin":
        this.#begin(slot, entry);
        return this.#cancelExcess(slot);
      case "erase": {
        const gesture = this.#active.get(slot)?.get(entry.gesture);
        if (gesture?.begin.what !== "erase") return [];
        addShapes(gesture, entry.shapes);
        return this.#cancelExcess(slot);
      }
      case "end":
      case "cancel":
        this.#active.get(slot)?.delete(entry.gesture);
        return [];
      default:
        return [];
    }
  }

  /** What a newcomer has to be told of all gestures under way: their begins, and what they have marked. */
  begins(): SlottedEntry[] {
    return [...this.#active].flatMap(([slot, gestures]) =>
      [...gestures.values()].flatMap(retell).map((entry) => ({ slot, entry })),
    );
  }

  /** Forgets a member who leaves. Returns the cancels of what they had under way. */
  leave(slot: number): SlottedEntry[] {
    const gestures = this.#active.get(slot);
    this.#active.delete(slot);
    return cancels(slot, [...(gestures?.keys() ?? [])]);
  }

  #begin(slot: number, begin: LiveBegin): void {
    const gestures = this.#active.get(slot) ?? new Map<number, ActiveGesture>();
    this.#active.set(slot, gestures);
    const known = gestures.get(begin.gesture);
    const isMore =
      known?.begin.what === "transform" && begin.what === "transform";
    const gesture = isMore ? known : { begin, shapes: new Set<ShapeId>() };
    if (begin.what === "transform") addShapes(gesture, begin.shapes);
    gestures.set(begin.gesture, gesture);
  }

  /** Lets go of the oldest gestures of a member who has too many, or too many shapes in them. */
  #cancelExcess(slot: number): SlottedEntry[] {
    const gestures = this.#active.get(slot);
    if (!gestures) return [];
    const excess: number[] = [];
    let shapes = 0;
    for (const gesture of gestures.values()) shapes += gesture.shapes.size;
    for (const [number, gesture] of gestures) {
      const isWithin =
        gestures.size <= MAX_ACTIVE_GESTURES && shapes <= MAX_GESTURE_SHAPES;
      if (isWithin) break;
      gestures.delete(number);
      shapes -= gesture.shapes.size;
      excess.push(number);
    }
    return cancels(slot, excess);
  }
}

function addShapes({ shapes }: ActiveGesture, more: readonly ShapeId[]): void {
  for (const shape of more) shapes.add(shape);
  if (shapes.size > MAX_GESTURE_SHAPES)
    throw new ProtocolError("BAD_LIVE", "too many shapes");
}

/** The entries that tell of a gesture as it is now. */
function retell({ begin, shapes }: ActiveGesture): LiveEntry[] {
  const parts: ShapeId[][] = [];
  const all = [...shapes];
  for (let i = 0; i < all.length; i += MAX_ENTRY_SHAPES)
    parts.push(all.slice(i, i + MAX_ENTRY_SHAPES));
  if (begin.what === "transform")
    return parts.map((part) => ({ ...begin, shapes: part }));
  const { gesture } = begin;
  return [
    begin,
    ...parts.map((part) => ({
      kind: "erase" as const,
      gesture,
      shapes: part,
    })),
  ];
}

function cancels(slot: number, gestures: readonly number[]): SlottedEntry[] {
  return gestures.map((gesture) => ({
    slot,
    entry: { kind: "cancel", gesture },
  }));
}
