import type { Clock } from "@/core/base/clock";
import {
  MAX_WAITING_GUESSES,
  WRONG_GUESSES_PER_MINUTE,
} from "@/core/protocol/limits";
import { addressKey } from "./address-key";
import { TokenBucket } from "./token-bucket";

const RATE = {
  perSecond: WRONG_GUESSES_PER_MINUTE / 60,
  burst: WRONG_GUESSES_PER_MINUTE,
};

/** The guesses of one address. */
interface Guesser {
  readonly wrong: TokenBucket;
  /** Settles, never rejecting, when the last one has been judged. */
  last: Promise<unknown>;
  waiting: number;
}

/**
 * How often one address may guess wrong: a password, or a link's secret. Its guesses are judged one after the other, so that many at
 * once do not slip through; a class that comes in through one address has only its mistakes counted.
 */
export class GuessQuota {
  readonly #clock: Clock;
  readonly #guessers = new Map<string, Guesser>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves with what `judge` finds, which is null for a wrong guess; with undefined, and without asking it, when there were too many. */
  async judge<Found>(
    address: string,
    judge: () => Promise<Found | null>,
  ): Promise<Found | null | undefined> {
    this.#forgetQuiet();
    const guesser = this.#guesserAt(addressKey(address));
    if (guesser.waiting >= MAX_WAITING_GUESSES) return undefined;
    guesser.waiting += 1;
    const found = guesser.last.then(() => judgeOne(guesser, judge));
    guesser.last = found.catch(() => {});
    try {
      return await found;
    } finally {
      guesser.waiting -= 1;
    }
  }

  #guesserAt(key: string): Guesser {
    const known = this.#guessers.get(key);
    if (known) return known;
    const guesser = {
      wrong: new TokenBucket(this.#clock, RATE),
      last: Promise.resolve(),
      waiting: 0,
    };
    this.#guessers.set(key, guesser);
    return guesser;
  }

  #forgetQuiet(): void {
    for (const [key, { wrong, waiting }] of this.#guessers)
      if (waiting === 0 && wrong.tokens >= RATE.burst)
        this.#guessers.delete(key);
  }
}

async function judgeOne<Found>(
  { wrong }: Guesser,
  judge: () => Promise<Found | null>,
): Promise<Found | null | undefined> {
  if (wrong.tokens < 1) return undefined;
  const found = await judge();
  if (found === null) wrong.spend();
  return found;
}
