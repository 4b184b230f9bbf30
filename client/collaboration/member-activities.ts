import type { Dispose } from "@/core/base/disposable";
import { Listeners } from "@/core/base/listeners";
import type { ActivityMessage } from "../sync/activity-inbox";
import type { Roster } from "../sync/roster";

/** What a member does, and since when their hand is raised. */
export type MemberActivity = Extract<ActivityMessage, { kind: "presence" }>;

/** What each member of the room does, this page included, as the server tells it. */
export class MemberActivities {
  readonly #bySlot = new Map<number, MemberActivity>();
  readonly #listeners = new Listeners<void>();
  readonly #forgetLeavers: Dispose;

  constructor(roster: Pick<Roster, "onLeave">) {
    this.#forgetLeavers = roster.onLeave((slot) => {
      if (this.#bySlot.delete(slot)) this.#listeners.emit();
    });
  }

  get(slot: number): MemberActivity | undefined {
    return this.#bySlot.get(slot);
  }

  all(): Iterable<MemberActivity> {
    return this.#bySlot.values();
  }

  receive(activity: MemberActivity): void {
    // The newest last.
    this.#bySlot.delete(activity.slot);
    this.#bySlot.set(activity.slot, activity);
    this.#listeners.emit();
  }

  /** Calls `listener` after each change of anything. */
  subscribe(listener: () => void): Dispose {
    return this.#listeners.add(listener);
  }

  /**
   * The slots from whose views that of `slot` follows, in a row that begins with `slot` itself. Ends before it would come to a slot
   * that it has already come by.
   */
  chainFrom(slot: number): number[] {
    const chain: number[] = [];
    let next: number | undefined = slot;
    while (next !== undefined && !chain.includes(next)) {
      chain.push(next);
      next = this.#bySlot.get(next)?.following;
    }
    return chain;
  }

  dispose(): void {
    this.#forgetLeavers();
  }
}
