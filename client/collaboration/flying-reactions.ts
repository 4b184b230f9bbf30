import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { Listeners } from "@/core/base/listeners";
import type { BoardPoint } from "@/core/geometry/point";
import type { Reaction } from "@/core/protocol/reactions";

/** How long a reaction is seen; milliseconds. */
export const REACTION_MS = 2_000;
/** More at once are a cloud anyway: the oldest goes. */
const MAX_FLYING = 40;

export interface FlyingReaction {
  readonly emoji: Reaction;
  /** Where it rises from. */
  readonly at: BoardPoint;
  /** By this page's clock. */
  readonly startedAt: number;
  /** Tells those apart that rise from one place: from 0 on, rising. */
  readonly number: number;
}

/** Reactions that are on their way up. */
export class FlyingReactions {
  readonly #clock: Clock;
  readonly #listeners = new Listeners<void>();
  #flying: readonly FlyingReaction[] = [];
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isEmpty(): boolean {
    return this.now().length === 0;
  }

  /** Those that have not yet gone, oldest first. */
  now(): readonly FlyingReaction[] {
    const since = this.#clock.now() - REACTION_MS;
    const isSeen = ({ startedAt }: FlyingReaction) => startedAt > since;
    // A list of its own only when one has gone: this is asked in every frame.
    if (!this.#flying.every(isSeen)) this.#flying = this.#flying.filter(isSeen);
    return this.#flying;
  }

  subscribe(listener: () => void): Dispose {
    return this.#listeners.add(listener);
  }

  throwUp(emoji: Reaction, at: BoardPoint): void {
    const startedAt = this.#clock.now();
    const thrown = { emoji, at, startedAt, number: this.#count };
    this.#count += 1;
    this.#flying = [...this.now(), thrown].slice(-MAX_FLYING);
    this.#listeners.emit();
  }
}
