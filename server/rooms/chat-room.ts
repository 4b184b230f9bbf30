import type { Clock } from "@/core/base/clock";
import type { BoardId, UserId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";
import type { ServerControl } from "@/core/protocol/control-message";
import { CHAT_PAGE } from "@/core/protocol/limits";
import type { Log } from "../log";
import type { BoardStorage, NewMessage } from "../storage/board-storage";
import type { Peer } from "./peer";

export interface ChatRoomOptions {
  readonly id: BoardId;
  readonly storage: BoardStorage;
  /** Stores the room itself, if it is not yet. */
  readonly ensureStored: (user: UserId) => Promise<void>;
  readonly broadcast: (message: ServerControl) => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface Saying {
  readonly name: string;
  readonly text: string;
  readonly nonce: string;
}

interface WaitingMessage {
  readonly peer: Peer;
  readonly message: NewMessage;
}

/** The room's chat. A message is stored, and numbered by the storage, before anybody sees it. */
export class ChatRoom {
  readonly #options: ChatRoomOptions;
  #waiting: WaitingMessage[] = [];
  /** The storing of messages that runs; resolves when none waits any more. */
  #storing: Promise<void> | undefined;

  constructor(options: ChatRoomOptions) {
    this.#options = options;
  }

  /** Stores a message and tells everybody. When that fails, the author is told so. */
  say(peer: Peer, { name, text, nonce }: Saying): void {
    const { clock, random } = this.#options;
    const message = {
      id: randomId(random),
      author: peer.user,
      name,
      text,
      at: clock.now(),
      nonce,
    };
    this.#waiting.push({ peer, message });
    this.#storing ??= this.#storeAll().finally(() => {
      this.#storing = undefined;
    });
  }

  /** Sends the page of messages before `before`, or the newest. */
  async sendHistory(peer: Peer, before: number | undefined): Promise<void> {
    const { storage, id, log } = this.#options;
    const range = before === undefined ? {} : { before };
    try {
      const { messages, hasMore } = await storage.messages(id, {
        ...range,
        limit: CHAT_PAGE,
      });
      peer.tell({ kind: "chat-history", messages: [...messages], hasMore });
    } catch (err) {
      log.error({ err, room: id }, "the chat could not be read");
      peer.tell({ kind: "error", code: "CHAT_NOT_LOADED" });
    }
  }

  /** Resolves once every message is stored or refused. */
  async whenIdle(): Promise<void> {
    await this.#storing;
  }

  get isIdle(): boolean {
    return this.#storing === undefined;
  }

  /** What has gathered while one commit ran shares the next, and is told in the order of its numbers. */
  async #storeAll(): Promise<void> {
    while (this.#waiting.length > 0)
      await Promise.all(this.#waiting.splice(0).map((one) => this.#store(one)));
  }

  async #store({ peer, message }: WaitingMessage): Promise<void> {
    const { storage, id, ensureStored, broadcast, log } = this.#options;
    try {
      await ensureStored(peer.user);
      const stored = await storage.addMessage(id, message);
      // Sent again by its author, who may have missed the answer; the others have it.
      if (stored.id !== message.id)
        peer.tell({ kind: "chat", message: stored });
      else broadcast({ kind: "chat", message: stored });
    } catch (err) {
      log.error({ err, room: id }, "a chat message could not be stored");
      const { nonce } = message;
      peer.tell({ kind: "error", code: "CHAT_NOT_STORED", nonce });
    }
  }
}
