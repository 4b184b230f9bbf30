import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { BoardId, UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Notification } from "@/core/protocol/control-message";
import { MAX_EXCERPT_LENGTH, MAX_NOTIFICATIONS } from "@/core/protocol/limits";
import type { Log } from "../log";
import type { BoardStorage } from "../storage/board-storage";

/** A reading that has failed is tried again after so long, then ever more seldom. */
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

export interface NotifierOptions {
  readonly storage: BoardStorage;
  readonly clock: Clock;
  readonly log: Log;
}

/** All that waits for a person, the newest first. */
type Items = readonly Notification[];

/** The pages of one person that are open, in whatever rooms. */
interface Audience {
  readonly pages: Listeners<Items>;
  /** As they were last told; undefined until they have been read. */
  items: Items | undefined;
  isLoading: boolean;
  /** Whether something has changed since the reading began that is under way. */
  isStale: boolean;
  /** How long is waited after the next failure, in milliseconds. */
  retryDelay: number;
  cancelRetry: Dispose;
}

/** Tells people, wherever they are, which messages wait for them. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #audiences = new Map<UserId, Audience>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Calls `listener` with all that waits for the person, now and after each change, until the returned function is called. */
  subscribe(user: UserId, listener: (items: Items) => void): Dispose {
    const audience = this.#audiences.get(user) ?? newAudience();
    this.#audiences.set(user, audience);
    const stop = audience.pages.add(listener);
    if (audience.items) listener(audience.items);
    else void this.#load(user, audience);
    return () => {
      stop();
      if (audience.pages.size > 0) return;
      audience.cancelRetry();
      if (this.#audiences.get(user) === audience) this.#audiences.delete(user);
    };
  }

  /** Something new has been stored for these people. */
  stored(users: Iterable<UserId>): void {
    for (const user of users) this.#changed(user);
  }

  /** A message has been edited or deleted. */
  revised(room: BoardId, seq: number): void {
    for (const [user, { items, isLoading }] of this.#audiences)
      if (
        isLoading ||
        items?.some((one) => one.room === room && one.seq === seq)
      )
        this.#changed(user);
  }

  /** Notes that the person has seen what waited in a room, up to and with `seq`. */
  async see(user: UserId, room: BoardId, seq: number): Promise<void> {
    const { storage, clock, log } = this.#options;
    try {
      const seen = { seq, at: clock.now() };
      const count = await storage.seeNotifications(user, room, seen);
      if (count > 0) this.#changed(user);
    } catch (err) {
      log.error({ err, room }, "what was seen could not be stored");
    }
  }

  #changed(user: UserId): void {
    const audience = this.#audiences.get(user);
    if (audience) void this.#load(user, audience);
  }

  /** One reading at a time, so that an older list never follows a newer one. */
  async #load(user: UserId, audience: Audience): Promise<void> {
    audience.isStale = true;
    if (audience.isLoading) return;
    audience.isLoading = true;
    audience.cancelRetry();
    try {
      while (audience.isStale) {
        audience.isStale = false;
        audience.items = await this.#read(user);
      }
    } catch (err) {
      return this.#retryLater(user, audience, err);
    } finally {
      audience.isLoading = false;
    }
    audience.retryDelay = FIRST_RETRY_MS;
    audience.pages.emit(audience.items ?? []);
  }

  async #read(user: UserId): Promise<Items> {
    const { storage } = this.#options;
    const stored = await storage.notifications(user, MAX_NOTIFICATIONS);
    return stored.map((one) => ({ ...one, text: excerptOf(one.text) }));
  }

  #retryLater(user: UserId, audience: Audience, err: unknown): void {
    const { clock, log } = this.#options;
    const { retryDelay } = audience;
    // Once: a disk that fails for long would fill the log.
    if (retryDelay === FIRST_RETRY_MS)
      log.error({ err }, "notifications could not be read");
    audience.retryDelay = Math.min(retryDelay * 2, LAST_RETRY_MS);
    // Nobody is left to be told.
    if (audience.pages.size === 0) return;
    audience.cancelRetry = clock.after(retryDelay, () => {
      void this.#load(user, audience);
    });
  }
}

const newAudience = (): Audience => ({
  pages: new Listeners<Items>(),
  items: undefined,
  isLoading: false,
  isStale: false,
  retryDelay: FIRST_RETRY_MS,
  cancelRetry: () => {},
});

function excerptOf(text: string): string {
  let excerpt = "";
  // By code point, so that a pair of surrogates is never cut in two.
  for (const character of text) {
    if (excerpt.length + character.length > MAX_EXCERPT_LENGTH) break;
    excerpt += character;
  }
  return excerpt;
}
