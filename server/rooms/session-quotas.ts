import type { Clock } from "@/core/base/clock";
import {
  CHAT_BURST,
  CHAT_PER_SECOND,
  CONTROLS_BURST,
  CONTROLS_PER_SECOND,
  LIVE_PER_SECOND,
  LOOKS_BURST,
  LOOKS_PER_SECOND,
  MANAGES_BURST,
  MANAGES_PER_SECOND,
  REACTIONS_BURST,
  REACTIONS_PER_SECOND,
  SAY_BURST,
  SAY_PER_SECOND,
  SEARCHES_BURST,
  SEARCHES_PER_SECOND,
  TYPING_INTERVAL_MS,
} from "@/core/protocol/limits";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { Tally } from "../metrics/tally";
import { TokenBucket, type Rate } from "../limits/token-bucket";

const RATES = {
  live: { perSecond: LIVE_PER_SECOND, burst: LIVE_PER_SECOND },
  controls: { perSecond: CONTROLS_PER_SECOND, burst: CONTROLS_BURST },
  chat: { perSecond: CHAT_PER_SECOND, burst: CHAT_BURST },
  say: { perSecond: SAY_PER_SECOND, burst: SAY_BURST },
  reactions: { perSecond: REACTIONS_PER_SECOND, burst: REACTIONS_BURST },
  searches: { perSecond: SEARCHES_PER_SECOND, burst: SEARCHES_BURST },
  // A little ahead of the clock of whoever sends them.
  typing: { perSecond: 1000 / TYPING_INTERVAL_MS, burst: 2 },
  manages: { perSecond: MANAGES_PER_SECOND, burst: MANAGES_BURST },
  looks: { perSecond: LOOKS_PER_SECOND, burst: LOOKS_BURST },
} satisfies Record<string, Rate>;

type Kind = keyof typeof RATES;

/** What one connection may send. Updates are counted by the `UpdateThrottle`. */
export class SessionQuotas {
  readonly #clock: Clock;
  readonly #tally: Tally;
  /** Made when something of the kind comes first: most connections never send most kinds. */
  readonly #buckets: Partial<Record<Kind, TokenBucket>> = {};

  constructor(clock: Clock, tally: Tally) {
    this.#clock = clock;
    this.#tally = tally;
  }

  /** Counts a search; false when it is to be refused. */
  takeSearch(): boolean {
    return this.#take("searches");
  }

  /** Counts a sign that somebody is typing; false when it is to be passed over. */
  takeTyping(): boolean {
    const isWithinRate = this.#take("typing");
    if (!isWithinRate) this.#tally.refused("TYPING_TOO_FAST");
    return isWithinRate;
  }

  /** Counts a place pointed out; false when it is to be refused. */
  takeLook(): boolean {
    return this.#take("looks");
  }

  /** Counts a live or awareness frame; false when it is to be dropped. */
  takeLive(): boolean {
    const isWithinRate = this.#take("live");
    if (!isWithinRate) this.#tally.refused("LIVE_TOO_FAST");
    return isWithinRate;
  }

  /** Counts a message that cannot be dropped. Throws a ProtocolError when there are too many. */
  takeControl(): void {
    if (!this.#take("controls")) throw new ProtocolError("TOO_MANY_MESSAGES");
  }

  /** Counts a change of access. Throws a ProtocolError when there are too many. */
  takeManage(): void {
    if (!this.#take("manages")) throw new ProtocolError("TOO_MANY_MESSAGES");
  }

  /** Counts a chat message; false when it is to be refused. */
  takeChat(): boolean {
    return this.#take("chat");
  }

  /** Counts a change of what is said at the cursor; false when it is to be refused. */
  takeSay(): boolean {
    return this.#take("say");
  }

  /** Counts a reaction; false when it is to be refused. */
  takeReaction(): boolean {
    return this.#take("reactions");
  }

  #take(kind: Kind): boolean {
    const bucket = (this.#buckets[kind] ??= new TokenBucket(
      this.#clock,
      RATES[kind],
    ));
    return bucket.take();
  }
}
