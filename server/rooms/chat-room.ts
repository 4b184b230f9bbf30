import type { Clock } from "@/core/base/clock";
import { asUserId, type BoardId, type UserId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";
import type {
  ChatMessage,
  Mention,
  ServerControl,
} from "@/core/protocol/control-message";
import { CHAT_PAGE, SEARCH_PAGE } from "@/core/protocol/limits";
import type { Log } from "../log";
import type { Notifier } from "../notifications/notifier";
import type {
  BoardStorage,
  NewMessage,
  NotificationReason,
  Recipient,
  StoredMessage,
} from "../storage/board-storage";
import type { Peer } from "./peer";

export interface ChatRoomOptions {
  readonly id: BoardId;
  readonly storage: BoardStorage;
  /** Stores the room itself, if it is not yet. */
  readonly ensureStored: (user: UserId) => Promise<void>;
  /** Whether a person may read what is said here. */
  readonly mayRead: (user: UserId) => boolean;
  readonly broadcast: (message: ServerControl) => void;
  /** Tells those whom a message is meant for, wherever they are. */
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface Saying {
  readonly name: string;
  readonly text: string;
  readonly nonce: string;
  readonly replyTo?: number | undefined;
  readonly mentions?: readonly Mention[] | undefined;
  readonly shapes?: readonly string[] | undefined;
}

interface WaitingMessage {
  readonly peer: Peer;
  readonly message: NewMessage;
}

interface AddressedMessage extends WaitingMessage {
  /** Undefined when the message answers one that there is not. */
  readonly recipients: readonly Recipient[] | undefined;
}

/** The room's chat. A message is stored, and numbered by the storage, before anybody sees it. */
export class ChatRoom {
  readonly #options: ChatRoomOptions;
  #waiting: WaitingMessage[] = [];
  /** The storing of messages that runs; resolves when none waits any more. */
  #storing: Promise<void> | undefined;
  /** Edits and deletions that are not stored yet. Never reject. */
  readonly #revisions = new Set<Promise<void>>();

  constructor(options: ChatRoomOptions) {
    this.#options = options;
  }

  /** Stores a message, tells everybody, and those whom it is meant for wherever they are. When that fails, the author is told so. */
  say(peer: Peer, { text, mentions, ...saying }: Saying): void {
    const { clock, random } = this.#options;
    const called = mentions?.filter(({ name }) => text.includes(`@${name}`));
    const message: NewMessage = {
      id: randomId(random),
      author: peer.user,
      ...saying,
      text,
      at: clock.now(),
      mentions: called?.length ? called : undefined,
      shapes: saying.shapes?.length ? saying.shapes : undefined,
    };
    this.#waiting.push({ peer, message });
    this.#storing ??= this.#storeAll().finally(() => {
      this.#storing = undefined;
    });
  }

  /** Gives a message of the member's own another text, and tells everybody. */
  edit(peer: Peer, { seq, text }: { seq: number; text: string }): void {
    const { storage, id, clock } = this.#options;
    const revision = { seq, author: peer.user, text, at: clock.now() };
    this.#revise(peer, seq, () => storage.editMessage(id, revision));
  }

  /** Empties a message of the member's own, and tells everybody. */
  delete(peer: Peer, seq: number): void {
    const { storage, id, clock } = this.#options;
    const revision = { seq, author: peer.user, at: clock.now() };
    this.#revise(peer, seq, () => storage.deleteMessage(id, revision));
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
      const page = messages.map(toChatMessage);
      peer.tell({ kind: "chat-history", messages: page, hasMore });
    } catch (err) {
      log.error({ err, room: id }, "the chat could not be read");
      peer.tell({ kind: "error", code: "CHAT_NOT_LOADED" });
    }
  }

  /** Sends the newest messages before `before` that hold `query`. */
  async search(
    peer: Peer,
    {
      n,
      query,
      before,
    }: { n: number; query: string; before?: number | undefined },
  ): Promise<void> {
    const { storage, id, log } = this.#options;
    const range = before === undefined ? {} : { before };
    try {
      const { messages, hasMore } = await storage.search(id, query, {
        ...range,
        limit: SEARCH_PAGE,
      });
      const found = messages.map(toChatMessage);
      peer.tell({ kind: "chat-found", n, messages: found, hasMore });
    } catch (err) {
      log.error({ err, room: id }, "the chat could not be searched");
      peer.tell({ kind: "error", code: "SEARCH_FAILED", n });
    }
  }

  /** Resolves once every message, edit and deletion is stored or refused. */
  async whenIdle(): Promise<void> {
    await Promise.all([this.#storing, ...this.#revisions]);
  }

  get isIdle(): boolean {
    return this.#storing === undefined && this.#revisions.size === 0;
  }

  /** What has gathered while one commit ran shares the next, and is told in the order of its numbers. */
  async #storeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      // All of them before any is stored: one that waited for its recipients alone would lose its place.
      const addressed = await Promise.all(
        batch.map((one) => this.#address(one)),
      );
      await Promise.all(addressed.map((one) => this.#store(one)));
    }
  }

  /** Finds out whom a message is meant for: who is called by name in it, and whom it answers. */
  async #address({ peer, message }: WaitingMessage): Promise<AddressedMessage> {
    const reasons = new Map<UserId, NotificationReason>();
    const { replyTo, mentions = [] } = message;
    if (replyTo !== undefined) {
      const answered = await this.#find(replyTo);
      if (answered === null) return { peer, message, recipients: undefined };
      if (answered) reasons.set(answered.author, "reply");
    }
    for (const { user } of mentions) reasons.set(asUserId(user), "mention");
    reasons.delete(message.author);
    const recipients = [...reasons]
      .map(([user, reason]) => ({ user, reason }))
      .filter(({ user }) => this.#options.mayRead(user));
    return { peer, message, recipients };
  }

  /** The message of that number; null when there is none, undefined when that could not be found out. */
  async #find(seq: number): Promise<StoredMessage | null | undefined> {
    const { storage, id } = this.#options;
    try {
      const { messages } = await storage.messages(id, {
        before: seq + 1,
        limit: 1,
      });
      const [message] = messages;
      return message?.seq === seq ? message : null;
    } catch {
      // The disk fails: storing the message will, too, and tells.
      return undefined;
    }
  }

  async #store({ peer, message, recipients }: AddressedMessage): Promise<void> {
    const { storage, id, ensureStored, broadcast, notifier, log } =
      this.#options;
    const { nonce } = message;
    if (!recipients)
      return peer.tell({ kind: "error", code: "CHAT_NO_SUCH_MESSAGE", nonce });
    try {
      await ensureStored(peer.user);
      const stored = await storage.addMessage(id, message, recipients);
      const told = { kind: "chat", message: toChatMessage(stored) } as const;
      // Sent again by its author, who may have missed the answer; the others have it.
      if (stored.id !== message.id) return peer.tell(told);
      broadcast(told);
      notifier.stored(recipients.map(({ user }) => user));
    } catch (err) {
      log.error({ err, room: id }, "a chat message could not be stored");
      peer.tell({ kind: "error", code: "CHAT_NOT_STORED", nonce });
    }
  }

  #revise(
    peer: Peer,
    seq: number,
    store: () => Promise<StoredMessage | undefined>,
  ): void {
    const revision = this.#storeRevision(peer, seq, store).finally(() =>
      this.#revisions.delete(revision),
    );
    this.#revisions.add(revision);
  }

  async #storeRevision(
    peer: Peer,
    seq: number,
    store: () => Promise<StoredMessage | undefined>,
  ): Promise<void> {
    const { id, broadcast, notifier, log } = this.#options;
    try {
      const stored = await store();
      if (!stored)
        return peer.tell({ kind: "error", code: "CHAT_NOT_YOURS", seq });
      broadcast({ kind: "chat", message: toChatMessage(stored) });
      notifier.revised(id, seq);
    } catch (err) {
      log.error({ err, room: id }, "a chat message could not be changed");
      peer.tell({ kind: "error", code: "CHAT_NOT_STORED", seq });
    }
  }
}

/** The same, as the wire has it: what a storage gives is nobody's to change. */
function toChatMessage({
  mentions,
  shapes,
  ...rest
}: StoredMessage): ChatMessage {
  return {
    ...rest,
    ...(mentions && { mentions: [...mentions] }),
    ...(shapes && { shapes: [...shapes] }),
  };
}
