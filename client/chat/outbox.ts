import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { randomId, type Random } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import type { ClientControl } from "@/core/protocol/control-message";
import type { Draft, OutgoingMessage } from "./chat-state";
import type { OutboxStore } from "./outbox-store";

export interface OutboxOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Keeps what waits over a reload. */
  readonly store: OutboxStore;
  /** Sends a message to the server; says false while there is no line. */
  readonly send: (message: ClientControl) => boolean;
}

/**
 * What this person has written and the server has not stored yet. Goes out one by one, in the order in which it was written; the
 * nonce keeps what is sent again from being stored twice.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #messages;
  /** The message that was sent and has not been answered. */
  #underWay: string | undefined;
  #cancelPause: Dispose | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#messages = createStore<readonly OutgoingMessage[]>(
      options.store.read(),
    );
  }

  get messages(): Store<readonly OutgoingMessage[]> {
    return this.#messages;
  }

  /** Sends a message now, or when its turn has come. */
  add(draft: Draft): void {
    const nonce = randomId(this.#options.random);
    const message: OutgoingMessage = { ...draft, nonce, state: "waiting" };
    this.#messages.update((all) => [...all, message]);
    this.#options.store.add({ ...draft, nonce });
    this.#sendNext();
  }

  /** Sends a refused message again. */
  retry(nonce: string): void {
    this.#mark(nonce, "waiting");
    this.#sendNext();
  }

  /** Gives a message up. */
  discard(nonce: string): void {
    this.#remove(nonce);
    this.#sendNext();
  }

  /** The line is there: what was sent before may be lost. */
  connected(): void {
    this.#underWay = undefined;
    this.#sendNext();
  }

  /** The server has stored the messages with these nonces. */
  stored(nonces: Iterable<string>): void {
    for (const nonce of nonces) this.#remove(nonce);
    this.#sendNext();
  }

  /**
   * The server has refused a message.
   *
   * @param againAfter For one that only came too soon: after how many milliseconds it is sent again by itself, and no other before.
   */
  refused(nonce: string, againAfter?: number): void {
    if (this.#underWay === nonce) this.#underWay = undefined;
    if (againAfter === undefined) {
      this.#mark(nonce, "refused");
      return this.#sendNext();
    }
    this.#cancelPause ??= this.#options.clock.after(againAfter, () => {
      this.#cancelPause = undefined;
      this.#sendNext();
    });
  }

  dispose(): void {
    this.#cancelPause?.();
  }

  #sendNext(): void {
    if (this.#underWay !== undefined || this.#cancelPause) return;
    const next = this.#messages.get().find(({ state }) => state === "waiting");
    if (next && this.#options.send(toControl(next)))
      this.#underWay = next.nonce;
  }

  #remove(nonce: string): void {
    if (this.#underWay === nonce) this.#underWay = undefined;
    const all = this.#messages.get();
    if (!all.some((message) => message.nonce === nonce)) return;
    this.#messages.set(all.filter((message) => message.nonce !== nonce));
    this.#options.store.remove(nonce);
  }

  #mark(nonce: string, state: OutgoingMessage["state"]): void {
    this.#messages.update((all) =>
      all.map((one) => (one.nonce === nonce ? { ...one, state } : one)),
    );
  }
}

const toControl = ({
  nonce,
  text,
  replyTo,
  mentions,
  shapes,
}: OutgoingMessage): ClientControl => ({
  kind: "chat",
  nonce,
  text,
  replyTo,
  ...(mentions?.length && { mentions: [...mentions] }),
  ...(shapes?.length && { shapes: [...shapes] }),
});
