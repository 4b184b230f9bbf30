import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { BoardId, UserId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import type {
  ChatMessage,
  ClientControl,
  Notification,
  ServerControl,
} from "@/core/protocol/control-message";
import { SLOW_CHAT_MS, TYPING_INTERVAL_MS } from "@/core/protocol/limits";
import { ChatSearch } from "./chat-search";
import type { ChatState, Draft } from "./chat-state";
import { MessageBook } from "./message-book";
import { Outbox } from "./outbox";
import type { OutboxStore } from "./outbox-store";
import { TypingPeople } from "./typing-people";
import { VisitLog } from "./visit-log";

type MessageChange = Extract<
  ClientControl,
  { kind: "chat-edit" | "chat-delete" }
>;
type ErrorMessage = Extract<ServerControl, { kind: "error" }>;

export interface ChatOptions {
  readonly room: BoardId;
  readonly me: Store<UserId>;
  /** The ids of those who are here. */
  readonly here: () => Iterable<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly outboxStore: OutboxStore;
  /** Sends a message to the server; says false while there is no line. */
  readonly send: (message: ClientControl) => boolean;
}

/** Stands for what waits until the server has told it. */
export const UNTOLD: readonly Notification[] = [];

/** When the server could not read the newest messages, it is asked again after this; milliseconds. */
const HISTORY_RETRY = 5_000;

/** What the server takes a little later, and when it is tried again. While the chat is slow nobody knows when exactly: another tab may have written last. Milliseconds. */
const AGAIN_AFTER: Partial<Record<ErrorMessage["code"], number>> = {
  CHAT_TOO_FAST: 1_000,
  CHAT_SLOW: SLOW_CHAT_MS / 4,
};

/** The room's chat as this page has it: what the server has stored, what still waits to be, and what is new to its reader. */
export class Chat {
  readonly room: BoardId;
  readonly search: ChatSearch;
  readonly #options: ChatOptions;
  readonly #book = new MessageBook();
  readonly #outbox: Outbox;
  readonly #typing: TypingPeople;
  readonly #visits: VisitLog;
  readonly #notifications = createStore(UNTOLD);
  /** What was asked for and is not answered yet, by seq: asked again on the next line, since the last may have lost it. */
  readonly #changes = new Map<number, MessageChange>();
  readonly #ends = new Disposables();
  readonly #state = createStore<ChatState>({
    messages: [],
    outgoing: [],
    hasMore: false,
    isLoading: false,
    unread: 0,
    newFrom: undefined,
    target: undefined,
    hasFailedToChange: false,
  });
  #isReading = false;
  #isOpen = false;
  /** The first message that has not been read. */
  #firstUnread: number | undefined;
  #hasHistory = false;
  #cancelRetry: Dispose = () => {};
  #saidTypingAt = -Infinity;

  constructor(options: ChatOptions) {
    const { room, me, here, clock, random, outboxStore, send } = options;
    this.#options = options;
    this.room = room;
    this.search = new ChatSearch(send);
    this.#outbox = new Outbox({ clock, random, store: outboxStore, send });
    this.#ends.add(() => this.#outbox.dispose());
    this.#typing = new TypingPeople(clock);
    this.#ends.add(() => this.#typing.dispose());
    this.#visits = new VisitLog({ me, here });
    this.#ends.add(() => this.#cancelRetry());
    const showOutgoing = () =>
      this.#update({ outgoing: this.#outbox.messages.get() });
    showOutgoing();
    this.#ends.add(this.#outbox.messages.subscribe(showOutgoing));
  }

  get state(): Store<ChatState> {
    return this.#state;
  }

  /** The ids of those who are writing a message. */
  get typing(): Store<readonly string[]> {
    return this.#typing.users;
  }

  get visits(): VisitLog["visits"] {
    return this.#visits.visits;
  }

  /** The messages that wait for this person in all rooms, the newest first. `UNTOLD` before the first word of the server. */
  get notifications(): Store<readonly Notification[]> {
    return this.#notifications;
  }

  /** Sends a message when its turn has come. Blank text is not sent. */
  send(draft: Draft): void {
    if (draft.text.trim() === "") return;
    this.#saidTypingAt = -Infinity;
    this.#outbox.add(draft);
  }

  /** Sends a refused message again. */
  retry(nonce: string): void {
    this.#outbox.retry(nonce);
  }

  /** Gives up a message that was not sent. */
  discard(nonce: string): void {
    this.#outbox.discard(nonce);
  }

  /** Gives a message another text. Says false while there is no line. */
  edit(seq: number, text: string): boolean {
    return this.#change({ kind: "chat-edit", seq, text });
  }

  /** Takes a message back. Says false while there is no line. */
  delete(seq: number): boolean {
    return this.#change({ kind: "chat-delete", seq });
  }

  /** Tells the others that this person is writing. May be called at each letter. */
  isTyping(): void {
    const now = this.#options.clock.now();
    if (now - this.#saidTypingAt < TYPING_INTERVAL_MS) return;
    if (this.#options.send({ kind: "chat-typing" })) this.#saidTypingAt = now;
  }

  /** Asks for the page before the oldest message that is here. */
  loadOlder(): void {
    const { isLoading } = this.#state.get();
    const oldest = this.#book.messages[0];
    if (!oldest || !this.#book.hasMore || isLoading) return;
    const isAsked = this.#options.send({
      kind: "chat-history",
      before: oldest.seq,
    });
    this.#update({ isLoading: isAsked });
  }

  /** Takes the reader to a message, for which older pages are loaded until it is here. */
  goTo(seq: number): void {
    this.#update({ target: seq });
    this.#approachTarget();
  }

  /** The reader has been taken to the target. */
  arrived(): void {
    this.#update({ target: undefined });
  }

  /** Says whether the chat is open: what was unread then stays marked until it is closed. */
  setOpen(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#update({ newFrom: isOpen ? this.#firstUnread : undefined });
    if (!isOpen) this.search.stop();
  }

  /** Says whether the person is looking at the newest messages; they count as read then. */
  setReading(isReading: boolean): void {
    this.#isReading = isReading;
    if (!isReading) return;
    this.#firstUnread = undefined;
    this.#update({ unread: 0 });
    this.#see();
  }

  /** The line is there: fetches what came meanwhile and sends what waits. */
  connected(): void {
    this.#book.connected();
    this.#update({ isLoading: true });
    this.#options.send({ kind: "chat-history" });
    for (const change of this.#changes.values()) this.#options.send(change);
    this.#outbox.connected();
  }

  /** The line is about to be cut. */
  cut(): void {
    this.#visits.cut();
    this.search.cut();
  }

  receive(message: ServerControl): void {
    switch (message.kind) {
      case "chat":
        return this.#receiveMessage(message.message);
      case "chat-history":
        return this.#receiveHistory(message.messages, message.hasMore);
      case "chat-found":
        return this.search.receive(message);
      case "typing":
        if (message.user !== this.#options.me.get())
          this.#typing.types(message.user);
        return;
      case "visit":
        return this.#visits.receive(message);
      case "notifications":
        this.#notifications.set(message.items);
        return this.#see();
      case "error":
        return this.#receiveError(message);
      default: // not the chat's
    }
  }

  dispose(): void {
    this.#ends.dispose();
  }

  #change(change: MessageChange): boolean {
    this.#update({ hasFailedToChange: false });
    const isSent = this.#options.send(change);
    if (isSent) this.#changes.set(change.seq, change);
    return isSent;
  }

  /** A message's new form answers the change that was asked for. */
  #settle({ seq, text, deletedAt }: ChatMessage): void {
    const change = this.#changes.get(seq);
    const isDone =
      deletedAt !== undefined ||
      (change?.kind === "chat-edit" && change.text === text);
    if (isDone) this.#changes.delete(seq);
  }

  #receiveMessage(message: ChatMessage): void {
    this.#typing.stops(message.author);
    const isNew = this.#book.put(message);
    this.#take([message], isNew ? [message] : []);
  }

  #receiveHistory(page: readonly ChatMessage[], hasMore: boolean): void {
    const newer = this.#book.putPage(page, hasMore);
    // What was said before this page was opened is not new to its reader.
    this.#take(page, this.#hasHistory ? newer : []);
    this.#hasHistory = true;
    this.#update({ isLoading: false });
    this.#approachTarget();
  }

  #receiveError({ code, nonce, seq, n }: ErrorMessage): void {
    if (nonce !== undefined) this.#outbox.refused(nonce, AGAIN_AFTER[code]);
    if (seq !== undefined) {
      this.#changes.delete(seq);
      this.#update({ hasFailedToChange: true });
    }
    if (n !== undefined) this.search.receiveRefusal(n);
    if (code === "CHAT_NOT_LOADED") this.#historyFailed();
  }

  /** Older pages are asked for again by their reader, the first one by itself. */
  #historyFailed(): void {
    this.#update({ isLoading: false, target: undefined });
    if (this.#hasHistory) return;
    this.#cancelRetry();
    this.#cancelRetry = this.#options.clock.after(HISTORY_RETRY, () => {
      const isAsked = this.#options.send({ kind: "chat-history" });
      this.#update({ isLoading: isAsked });
    });
  }

  #take(messages: readonly ChatMessage[], newer: readonly ChatMessage[]): void {
    this.#outbox.stored(messages.map(({ nonce }) => nonce));
    for (const message of messages) this.#settle(message);
    const me = this.#options.me.get();
    const unread = this.#isReading
      ? []
      : newer.filter(
          ({ author, deletedAt }) => author !== me && deletedAt === undefined,
        );
    this.#firstUnread ??= unread[0]?.seq;
    this.#update({
      messages: this.#book.messages,
      hasMore: this.#book.hasMore,
      unread: this.#state.get().unread + unread.length,
    });
    this.#see();
  }

  /** Notes that what waited for this person in this room has been seen, while they look at it. */
  #see(): void {
    if (!this.#isReading) return;
    const { room } = this;
    const newest = this.#book.newestSeq;
    const seen = this.#notifications
      .get()
      .filter((one) => one.room === room && one.seq <= newest)
      .map(({ seq }) => seq);
    if (seen.length === 0) return;
    const seq = Math.max(...seen);
    this.#options.send({ kind: "notification-seen", room, seq });
  }

  #approachTarget(): void {
    const { target } = this.#state.get();
    if (target === undefined || this.#book.has(target)) return;
    const oldest = this.#book.messages[0];
    const isBefore = oldest !== undefined && target < oldest.seq;
    if (isBefore && this.#book.hasMore) this.loadOlder();
    else if (this.#hasHistory) this.arrived();
  }

  #update(change: Partial<ChatState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }
}
