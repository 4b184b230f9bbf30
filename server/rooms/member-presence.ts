import type { Clock } from "@/core/base/clock";
import type { UserId } from "@/core/base/ids";
import type {
  ClientControl,
  ServerControl,
} from "@/core/protocol/control-message";
import { LEAVE_GRACE_MS } from "@/core/protocol/limits";

type Said = Extract<ClientControl, { kind: "presence" }>;
type Presence = Extract<ServerControl, { kind: "presence" }>;

interface LoweredByLeaving {
  readonly raisedAt: number;
  readonly leftAt: number;
}

/** Remembers what each member does, for those who join meanwhile, and since when hands are raised. */
export class MemberPresence {
  readonly #clock: Clock;
  readonly #bySlot = new Map<number, Presence>();
  /** Hands of people who were cut off, so that they do not lose their turn by it. */
  readonly #cutOff = new Map<UserId, LoweredByLeaving>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes note of what a member says. Returns what the others are to be told. */
  receive(slot: number, user: UserId, { hand, ...activity }: Said): Presence {
    const before = this.#bySlot.get(slot)?.handRaisedAt;
    const raised = hand && { handRaisedAt: before ?? this.#raise(user) };
    if (!hand) this.#cutOff.delete(user);
    const presence = { ...activity, slot, ...raised };
    this.#bySlot.set(slot, presence);
    return presence;
  }

  /** What everybody does, in no particular order. */
  all(): Presence[] {
    return [...this.#bySlot.values()];
  }

  leave(slot: number, user: UserId): void {
    const raisedAt = this.#bySlot.get(slot)?.handRaisedAt;
    this.#bySlot.delete(slot);
    const now = this.#clock.now();
    for (const [other, { leftAt }] of this.#cutOff)
      if (now - leftAt > LEAVE_GRACE_MS) this.#cutOff.delete(other);
    if (raisedAt !== undefined)
      this.#cutOff.set(user, { raisedAt, leftAt: now });
  }

  /** When the hand was raised: now, or before a cut that has only just ended. */
  #raise(user: UserId): number {
    const now = this.#clock.now();
    const before = this.#cutOff.get(user);
    this.#cutOff.delete(user);
    const isBack = before && now - before.leftAt <= LEAVE_GRACE_MS;
    return isBack ? before.raisedAt : now;
  }
}
