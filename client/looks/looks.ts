import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { createStore, type Store } from "@/core/base/store";
import type { BoardPoint } from "@/core/geometry/point";
import type { Member } from "@/core/protocol/control-message";
import { LOOK_MS } from "@/core/protocol/limits";

/** A place that somebody points out. */
export interface Look {
  /** Tells one from the next. */
  readonly key: number;
  readonly at: BoardPoint;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  readonly isMine: boolean;
}

export interface LooksOptions {
  readonly clock: Clock;
  readonly me: Store<UserId>;
  readonly member: (slot: number) => Member | undefined;
}

/** How long whoever does not see the place has to go there; milliseconds. */
export const LOOK_OFFER_MS = 8_000;

/** The places that people point out at this moment, each for as long as one may go there. */
export class Looks {
  readonly #options: LooksOptions;
  readonly #looks = createStore<readonly Look[]>([]);
  readonly #timers = new Set<Dispose>();
  #lastKey = 0;

  constructor(options: LooksOptions) {
    this.#options = options;
  }

  /** The oldest first. */
  get all(): Store<readonly Look[]> {
    return this.#looks;
  }

  receive(slot: number, at: BoardPoint): void {
    const { clock, me, member } = this.#options;
    const from = member(slot);
    if (!from) return;
    const { name, colour, user } = from;
    this.#lastKey += 1;
    const key = this.#lastKey;
    const isMine = user === me.get();
    this.#looks.update((looks) => [
      ...looks,
      { key, at, name, colour, isMine },
    ]);
    const cancel = clock.after(isMine ? LOOK_MS : LOOK_OFFER_MS, () => {
      this.#timers.delete(cancel);
      this.dismiss(key);
    });
    this.#timers.add(cancel);
  }

  /** Takes a place away before its time. */
  dismiss(key: number): void {
    this.#looks.update((looks) => looks.filter((look) => look.key !== key));
  }

  dispose(): void {
    for (const cancel of this.#timers) cancel();
  }
}
