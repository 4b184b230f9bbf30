import type { Clock } from "@/core/base/clock";
import {
  CHAT_BURST,
  CHAT_PER_SECOND,
  CONTROLS_BURST,
  CONTROLS_PER_SECOND,
  LIVE_PER_SECOND,
  LOOKS_BURST,
  LOOKS_PER_SECOND,
  REACTIONS_BURST,
  REACTIONS_PER_SECOND,
  SAY_BURST,
  SAY_PER_SECOND,
  SEARCHES_BURST,
  SEARCHES_PER_SECOND,
  TYPING_INTERVAL_MS,
} from "@/core/protocol/limits";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { TokenBucket } from "../limits/token-bucket";

/** What one connection may send. Updates are counted by the `UpdateThrottle`. */
export class SessionQuotas {
  readonly #live: TokenBucket;
  readonly #controls: TokenBucket;
  readonly #chat: TokenBucket;
  readonly #say: TokenBucket;
  readonly #reactions: TokenBucket;
  readonly #searches: TokenBucket;
  readonly #typing: TokenBucket;
  readonly #looks: TokenBucket;

  constructor(clock: Clock) {
    this.#live = new TokenBucket(clock, {
      perSecond: LIVE_PER_SECOND,
      burst: LIVE_PER_SECOND,
    });
    this.#controls = new TokenBucket(clock, {
      perSecond: CONTROLS_PER_SECOND,
      burst: CONTROLS_BURST,
    });
    this.#chat = new TokenBucket(clock, {
      perSecond: CHAT_PER_SECOND,
      burst: CHAT_BURST,
    });
    this.#say = new TokenBucket(clock, {
      perSecond: SAY_PER_SECOND,
      burst: SAY_BURST,
    });
    this.#reactions = new TokenBucket(clock, {
      perSecond: REACTIONS_PER_SECOND,
      burst: REACTIONS_BURST,
    });
    this.#searches = new TokenBucket(clock, {
      perSecond: SEARCHES_PER_SECOND,
      burst: SEARCHES_BURST,
    });
    this.#typing = new TokenBucket(clock, {
      perSecond: 1000 / TYPING_INTERVAL_MS,
      // A little ahead of the clock of whoever sends them.
      burst: 2,
    });
    this.#looks = new TokenBucket(clock, {
      perSecond: LOOKS_PER_SECOND,
      burst: LOOKS_BURST,
    });
  }

  /** Counts a search; false when it is to be refused. */
  takeSearch(): boolean {
    return this.#searches.take();
  }

  /** Counts a sign that somebody is typing; false when it is to be passed over. */
  takeTyping(): boolean {
    return this.#typing.take();
  }

  /** Counts a place pointed out; false when it is to be refused. */
  takeLook(): boolean {
    return this.#looks.take();
  }

  /** Counts a live or awareness frame; false when it is to be dropped. */
  takeLive(): boolean {
    return this.#live.take();
  }

  /** Counts a message that cannot be dropped. Throws a ProtocolError when there are too many. */
  takeControl(): void {
    if (!this.#controls.take()) throw new ProtocolError("TOO_MANY_MESSAGES");
  }

  /** Counts a chat message; false when it is to be refused. */
  takeChat(): boolean {
    return this.#chat.take();
  }

  /** Counts a change of what is said at the cursor; false when it is to be refused. */
  takeSay(): boolean {
    return this.#say.take();
  }

  /** Counts a reaction; false when it is to be refused. */
  takeReaction(): boolean {
    return this.#reactions.take();
  }
}
