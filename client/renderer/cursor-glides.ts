import type { BoardPoint } from "@/core/geometry/point";
import { CursorGlide } from "./cursor-glide";
import type { RemoteCursor, RemotePresence } from "./remote-presence";
import type { View } from "./view";

/** The ways of all others' cursors, from report to report. */
export class CursorGlides {
  readonly #presence: RemotePresence;
  readonly #glides = new Map<number, CursorGlide>();

  constructor(presence: RemotePresence) {
    this.#presence = presence;
  }

  get isEmpty(): boolean {
    return this.#glides.size === 0;
  }

  /** Takes in where the cursors are reported to be. Call it after each change. */
  follow(): void {
    const present = new Set<number>();
    for (const { slot, at, movedAt } of this.#presence.cursors()) {
      present.add(slot);
      const glide = this.#glides.get(slot) ?? new CursorGlide();
      this.#glides.set(slot, glide);
      glide.report(at, movedAt);
    }
    for (const slot of this.#glides.keys())
      if (!present.has(slot)) this.#glides.delete(slot);
  }

  /** Where to show a cursor at `now`: for whoever wants less movement, where it was last reported. */
  placeOf({ slot, at }: RemoteCursor, now: number, view: View): BoardPoint {
    if (view.reducedMotion) return at;
    return this.#glides.get(slot)?.placeAt(now) ?? at;
  }

  /** Whether the cursor stays where it is shown. */
  isAtRest({ slot }: RemoteCursor, now: number, view: View): boolean {
    return (
      view.reducedMotion || (this.#glides.get(slot)?.isAtRest(now) ?? true)
    );
  }
}
