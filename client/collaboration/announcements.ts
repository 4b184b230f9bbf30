import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { createStore, type Store } from "@/core/base/store";
import { LEAVE_GRACE_MS } from "@/core/protocol/limits";
import type { Companion } from "./companions";

/** What happens within this time is told in one go; milliseconds. */
const GATHER_MS = 1_500;

/** What others have done that somebody who does not see it should know. Names, in the order in which it happened. */
export interface Announcement {
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly raisedHands: readonly string[];
  readonly followers: readonly string[];
}

/** Gathers what the others do into few announcements. A reload is no event. */
export class Announcements {
  readonly #clock: Clock;
  readonly #latest = createStore<Announcement | undefined>(undefined);
  #known: ReadonlyMap<string, Companion> | undefined;
  readonly #leaving = new Map<string, Dispose>();
  #gathered: Announcement | undefined;
  #cancel: Dispose = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The last one; a new object for each. */
  get latest(): Store<Announcement | undefined> {
    return this.#latest;
  }

  /** Takes in who is here and what they do. Those who were here at the first time, or after a cut, are no news. */
  follow(companions: readonly Companion[]): void {
    const before = this.#known;
    const others = companions.filter(({ isMe }) => !isMe);
    const now = new Map(others.map((one) => [one.user, one]));
    const isCut = companions.length === 0;
    this.#known = isCut ? undefined : now;
    if (isCut || !before) return;
    for (const one of others) this.#compare(before.get(one.user), one);
    for (const [user, { name }] of before)
      if (!now.has(user as Companion["user"])) this.#leaveSoon(user, name);
  }

  dispose(): void {
    this.#cancel();
    for (const cancel of this.#leaving.values()) cancel();
  }

  #compare(before: Companion | undefined, now: Companion): void {
    const { user, name } = now;
    const wasLeaving = this.#leaving.get(user);
    wasLeaving?.();
    this.#leaving.delete(user);
    if (!before && !wasLeaving) this.#gather("joined", name);
    const hadHand = before?.handRaisedAt !== undefined;
    if (!hadHand && now.handRaisedAt !== undefined)
      this.#gather("raisedHands", name);
    if (!before?.followsMe && now.followsMe) this.#gather("followers", name);
  }

  #leaveSoon(user: string, name: string): void {
    const cancel = this.#clock.after(LEAVE_GRACE_MS, () => {
      this.#leaving.delete(user);
      this.#gather("left", name);
    });
    this.#leaving.set(user, cancel);
  }

  #gather(what: keyof Announcement, name: string): void {
    if (!this.#gathered) {
      this.#gathered = { joined: [], left: [], raisedHands: [], followers: [] };
      this.#cancel = this.#clock.after(GATHER_MS, () => {
        this.#latest.set(this.#gathered);
        this.#gathered = undefined;
      });
    }
    const names = this.#gathered[what];
    this.#gathered = { ...this.#gathered, [what]: [...names, name] };
  }
}
