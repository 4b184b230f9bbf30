import type { Clock } from "@/core/base/clock";
import { Listeners } from "@/core/base/listeners";
import type { Dispose } from "@/core/base/disposable";
import { unreachable } from "@/core/base/assert";
import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import type { SlottedEntry } from "@/core/protocol/live-message";
import { RemoteStrokes, type RemoteStroke } from "./remote-strokes";
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
  readonly isOnBoard: (shape: ShapeId) => boolean;
}

/** What the others do at this moment, as the live lane tells it. Plain data, read once a frame by whoever paints it. */
export class RemotePresence {
  readonly #options: RemotePresenceOptions;
  readonly #listeners = new Listeners<void>();
  readonly #strokes: RemoteStrokes;
  readonly #cursors = new Map<number, { at: BoardPoint; movedAt: number }>();
  readonly #forgetLeavers: Dispose;
  #mySlot: number | undefined;

  constructor(options: RemotePresenceOptions) {
    this.#options = options;
    const { clock, isOnBoard, roster } = options;
    const onChange = () => this.#listeners.emit();
    this.#strokes = new RemoteStrokes({ clock, isOnBoard, onChange });
    this.#forgetLeavers = roster.onLeave((slot) => this.#forget(slot));
  }

  subscribe(listener: () => void): Dispose {
    return this.#listeners.add(listener);
  }

  strokes(): Iterable<RemoteStroke> {
    return this.#strokes.all();
  }

  *cursors(): Iterable<RemoteCursor> {
    for (const [slot, cursor] of this.#cursors) {
      const member = this.#options.roster.member(slot);
      if (!member) continue;
      const { name, colour } = member;
      yield { slot, name, colour, ...cursor };
    }
  }

  /** The server has given this connection its slot: frames that carry it are echoes. */
  connected(mySlot: number): void {
    this.#mySlot = mySlot;
  }

  /** Call it when shapes have come onto the board, in the same turn, so that no frame shows a shape twice or not at all. */
  committed(shapes: readonly ShapeId[]): void {
    this.#strokes.committed(shapes);
  }

  receive(entries: readonly SlottedEntry[]): void {
    for (const { slot, entry } of entries) {
      // A frame of somebody who has left would stand for whoever gets the slot next.
      if (slot === this.#mySlot || !this.#options.roster.member(slot)) continue;
      this.#apply({ slot, entry });
    }
  }

  dispose(): void {
    this.#forgetLeavers();
    this.#strokes.dispose();
  }

  #apply({ slot, entry }: SlottedEntry): void {
    switch (entry.kind) {
      case "cursor":
        this.#cursors.set(slot, {
          at: entry.at,
          movedAt: this.#options.clock.now(),
        });
        return this.#listeners.emit();
      case "begin":
        return this.#strokes.begin(slot, entry);
      case "stroke":
        return this.#strokes.extend(slot, entry);
      case "end":
      case "cancel":
        return this.#strokes.end(slot, entry.gesture);
      default:
        unreachable(entry);
    }
  }

  #forget(slot: number): void {
    this.#strokes.leave(slot);
    if (this.#cursors.delete(slot)) this.#listeners.emit();
  }
}
