import {
  isArrayOf,
  isCount,
  isObject,
  isOptional,
  isText,
  type Guard,
} from "@/core/base/guards";
import {
  MAX_ATTACHED_SHAPES,
  MAX_CHAT_LENGTH,
  MAX_MENTIONS,
  MAX_NAME_LENGTH,
} from "@/core/protocol/limits";
import type { Draft, OutgoingMessage } from "./chat-state";

/** The part of the browser's localStorage that is used here. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

type KeptMessage = Draft & { readonly nonce: string };

const isId = isText(1, 64);
const isKept: Guard<KeptMessage> = isObject<KeptMessage>({
  nonce: isId,
  text: isText(1, MAX_CHAT_LENGTH),
  replyTo: isOptional(isCount),
  mentions: isOptional(
    isArrayOf(
      isObject({ user: isId, name: isText(1, MAX_NAME_LENGTH) }),
      MAX_MENTIONS,
    ),
  ),
  shapes: isOptional(isArrayOf(isId, MAX_ATTACHED_SHAPES)),
});

/**
 * Keeps in the browser what was written and not stored by the server. All tabs of a room share it, so each changes only its own
 * entries. Where the browser keeps nothing, it does nothing.
 */
export class OutboxStore {
  readonly #storage: KeyValueStorage | undefined;
  readonly #key: string;

  /** @param room The room's name, with the path of the site: other sites of this host keep theirs beside it. */
  constructor(storage: KeyValueStorage | undefined, room: string) {
    this.#storage = storage;
    this.#key = `boardwalk.outbox.${room}`;
  }

  read(): readonly OutgoingMessage[] {
    return this.#read().map((kept) => ({ ...kept, state: "waiting" }));
  }

  add(message: KeptMessage): void {
    this.#write([...this.#read(), message]);
  }

  remove(nonce: string): void {
    this.#write(this.#read().filter((message) => message.nonce !== nonce));
  }

  #read(): readonly KeptMessage[] {
    try {
      const kept: unknown = JSON.parse(
        this.#storage?.getItem(this.#key) ?? "[]",
      );
      // One that cannot be sent must not take the others with it.
      return Array.isArray(kept) ? kept.filter(isKept) : [];
    } catch {
      // Forbidden, or not ours.
      return [];
    }
  }

  #write(messages: readonly KeptMessage[]): void {
    try {
      if (messages.length === 0) this.#storage?.removeItem(this.#key);
      else this.#storage?.setItem(this.#key, JSON.stringify(messages));
    } catch {
      // Full or forbidden: what waits lasts as long as the page.
    }
  }
}
