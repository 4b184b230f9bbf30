import { unreachable } from "@/core/base/assert";
import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Box } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import type { SlottedEntry } from "@/core/protocol/live-message";
import type { Shape } from "@/core/shapes/shape";
import type { RemoteCaret } from "./remote-caret";
import { RemoteGestures } from "./remote-gestures";
import type { LaserTrail } from "./remote-laser";
import type { Roster } from "./roster";

/** Where another person's pointer is. */
export interface RemoteCursor {
  readonly slot: number;
  readonly at: BoardPoint;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** When it last moved, by this page's clock. */
  readonly movedAt: number;
}

export interface RemotePresenceOptions {
  readonly clock: Clock;
  readonly roster: Roster;
  /** The shape as it is on the board. */
  readonly shapeOf: (id: ShapeId) => Shape | undefined;
  /** Where a place in a shape's text is now, in UTF-16 units. Must not throw, whatever the bytes. */
  readonly textIndexOf: (id: ShapeId, place: Uint8Array) => number | undefined;
}

/** What the others do at this moment, as the live lane tells it. Plain data, read once a frame by whoever paints it. */
export class RemotePresence {
  readonly #options: RemotePresenceOptions;
  readonly #listeners = new Listeners<void>();
  readonly #gestures: RemoteGestures;
  readonly #cursors = new Map<number, { at: BoardPoint; movedAt: number }>();
  readonly #views = new Map<number, Box>();
  readonly #viewListeners = new Listeners<number>();
  readonly #forgetLeavers: Dispose;
  #lifted: ReadonlySet<ShapeId> = new Set();
  #faded: ReadonlySet<ShapeId> = new Set();
  #mySlot: number | undefined;

  constructor(options: RemotePresenceOptions) {
    this.#options = options;
    const { clock, roster, shapeOf } = options;
    this.#gestures = new RemoteGestures({
      clock,
      shapeOf,
      colourOf: (slot) => roster.member(slot)?.colour ?? "#000000",
      onSleep: () => this.#listeners.emit(),
    });
    this.#forgetLeavers = roster.onLeave((slot) => this.#forget(slot));
  }

  subscribe(listener: () => void): Dispose {
    return this.#listeners.add(listener);
  }

  /** Shapes as the others' gestures show them. Each the same object as long as it looks the same. */
  *previews(): Iterable<Shape> {
    for (const { gesture } of this.#gestures.shown())
      yield* gesture.previews?.() ?? [];
  }

  /** Shapes of the board that `previews` shows elsewhere. The same set while it holds the same shapes. */
  lifted(): ReadonlySet<ShapeId> {
    const ids = new Set<ShapeId>();
    for (const { gesture } of this.#gestures.shown())
      for (const id of gesture.lifted?.() ?? []) ids.add(id);
    return (this.#lifted = sameOr(this.#lifted, ids));
  }

  /** Shapes that somebody is about to erase. The same set while it holds the same shapes. */
  faded(): ReadonlySet<ShapeId> {
    const ids = new Set<ShapeId>();
    for (const { gesture } of this.#gestures.shown())
      for (const id of gesture.faded?.() ?? []) ids.add(id);
    return (this.#faded = sameOr(this.#faded, ids));
  }

  *lasers(): Iterable<LaserTrail> {
    for (const { gesture } of this.#gestures.shown()) {
      const trail = gesture.laser?.();
      if (trail && trail.points.length > 0) yield trail;
    }
  }

  *carets(): Iterable<RemoteCaret> {
    const { roster, textIndexOf } = this.#options;
    for (const { slot, gesture } of this.#gestures.shown()) {
      const place = gesture.typing?.();
      const member = roster.member(slot);
      if (!place || !member) continue;
      const { shape } = place;
      const anchor = textIndexOf(shape, place.anchor);
      const head = textIndexOf(shape, place.head);
      if (anchor === undefined || head === undefined) continue;
      const { name, colour } = member;
      yield { slot, shape, anchor, head, name, colour };
    }
  }

  *cursors(): Iterable<RemoteCursor> {
    for (const [slot, cursor] of this.#cursors) {
      const member = this.#options.roster.member(slot);
      if (!member) continue;
      const { name, colour } = member;
      yield { slot, name, colour, ...cursor };
    }
  }

  /** What a member sees of the board, if they have told so since they were last followed. */
  viewOf(slot: number): Box | undefined {
    return this.#views.get(slot);
  }

  /** Calls `listener` with the slot of each member who looks at another part of the board. */
  onView(listener: (slot: number) => void): Dispose {
    return this.#viewListeners.add(listener);
  }

  /** The server has given this connection its slot: frames that carry it are echoes. */
  connected(mySlot: number): void {
    this.#mySlot = mySlot;
  }

  /** Call it when shapes have come onto the board, in the same turn, so that no frame shows a shape twice or not at all. */
  committed(shapes: readonly ShapeId[]): void {
    if (this.#gestures.committed(shapes)) this.#listeners.emit();
  }

  receive(entries: readonly SlottedEntry[]): void {
    let hasChanged = false;
    for (const { slot, entry } of entries) {
      // A frame of somebody who has left would stand for whoever gets the slot next.
      if (slot === this.#mySlot || !this.#options.roster.member(slot)) continue;
      hasChanged = this.#apply({ slot, entry }) || hasChanged;
    }
    if (hasChanged) this.#listeners.emit();
  }

  dispose(): void {
    this.#forgetLeavers();
    this.#gestures.dispose();
  }

  /** Says whether anything looks different now. */
  #apply({ slot, entry }: SlottedEntry): boolean {
    switch (entry.kind) {
      case "cursor":
        this.#cursors.set(slot, {
          at: entry.at,
          movedAt: this.#options.clock.now(),
        });
        return true;
      case "viewport":
        this.#views.set(slot, entry.box);
        this.#viewListeners.emit(slot);
        return false;
      case "begin":
        return this.#gestures.begin(slot, entry);
      case "stroke":
      case "draft":
      case "transform":
      case "erase":
      case "laser":
      case "caret":
        return this.#gestures.update(slot, entry);
      case "end":
        return this.#gestures.end(slot, entry.gesture);
      case "cancel":
        return this.#gestures.cancel(slot, entry.gesture);
      default:
        return unreachable(entry);
    }
  }

  #forget(slot: number): void {
    this.#views.delete(slot);
    const hadGestures = this.#gestures.leave(slot);
    if (this.#cursors.delete(slot) || hadGestures) this.#listeners.emit();
  }
}

/** `known` when it holds the same as `ids`. */
function sameOr(
  known: ReadonlySet<ShapeId>,
  ids: ReadonlySet<ShapeId>,
): ReadonlySet<ShapeId> {
  if (known.size !== ids.size) return ids;
  for (const id of ids) if (!known.has(id)) return ids;
  return known;
}
