import type { UserId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import type {
  ChatMessage,
  ClientControl,
} from "@/core/protocol/control-message";
import type { ChatState } from "./chat-state";

export interface ChatLogOptions {
  readonly me: Store<UserId>;
  readonly random: Random;
  /** Sends a message to the server; says false while there is no line. */
  readonly send: (message: ClientControl) => boolean;
}

/** This page's copy of the room's chat: what the server has stored, by its numbers, and what still waits to be. */
export class ChatLog {
  readonly #options: ChatLogOptions;
  readonly #state = createStore<ChatState>({
    messages: [],
    outgoing: [],
    hasMore: false,
    isLoading: false,
    unread: 0,
  });
  #isReading = false;
  /** The newest message that this page has had, so that what came during a cut counts as unread. */
  #newestSeq: number | undefined;
  /** The newest message that was here when the line came back: what came live since may stand beyond a gap. */
  #newestBeforeCut: number | undefined;

  constructor(options: ChatLogOptions) {
    this.#options = options;
  }

  get state(): Store<ChatState> {
    return this.#state;
  }

  /** Sends `text` now, or when the line is back. Blank text is not sent. */
  send(text: string): void {
    if (text.trim() === "") return;
    const nonce = randomId(this.#options.random);
    this.#update({
      outgoing: [
        ...this.#state.get().outgoing,
        { nonce, text, state: "waiting" },
      ],
    });
    this.#options.send({ kind: "chat", nonce, text });
  }

  /** Sends a refused message again. The same nonce keeps it from being stored twice. */
  retry(nonce: string): void {
    const message = this.#state.get().outgoing.find((m) => m.nonce === nonce);
    if (!message) return;
    this.#markOutgoing(nonce, "waiting");
    this.#options.send({ kind: "chat", nonce, text: message.text });
  }

  /** Asks for the page before the oldest message that is here. */
  loadOlder(): void {
    const { messages, hasMore, isLoading } = this.#state.get();
    const oldest = messages[0];
    if (!oldest || !hasMore || isLoading) return;
    const isAsked = this.#options.send({
      kind: "chat-history",
      before: oldest.seq,
    });
    this.#update({ isLoading: isAsked });
  }

  /** Says whether the person is looking at the newest messages; they count as read then. */
  setReading(isReading: boolean): void {
    this.#isReading = isReading;
    if (isReading) this.#update({ unread: 0 });
  }

  /** The line is there: fetches what came meanwhile and sends what waits, in the order it was written. */
  connected(): void {
    this.#update({ isLoading: true });
    this.#newestBeforeCut = this.#state.get().messages.at(-1)?.seq;
    this.#options.send({ kind: "chat-history" });
    for (const { nonce, text, state } of this.#state.get().outgoing)
      if (state === "waiting")
        this.#options.send({ kind: "chat", nonce, text });
  }

  receiveMessage(message: ChatMessage): void {
    this.#merge([message], this.#state.get().hasMore);
  }

  receiveHistory(page: readonly ChatMessage[], hasMore: boolean): void {
    const known = this.#state.get().messages;
    const first = page[0];
    const isOlder = first !== undefined && known[0] && first.seq < known[0].seq;
    // More came during a cut than one page holds: what lies between is not here, so the page stands alone.
    const newest = this.#newestBeforeCut;
    const leavesGap =
      first !== undefined && newest !== undefined && first.seq > newest + 1;
    if (leavesGap)
      this.#update({ messages: known.filter(({ seq }) => seq > first.seq) });
    this.#newestBeforeCut = undefined;
    const hasOlder =
      isOlder || leavesGap || known.length === 0
        ? hasMore
        : this.#state.get().hasMore;
    this.#merge(page, hasOlder);
    this.#newestSeq ??= 0;
    this.#update({ isLoading: false });
  }

  /** The page that was asked for could not be read. It can be asked for again. */
  receiveHistoryFailure(): void {
    this.#update({ isLoading: false });
  }

  receiveRefusal(nonce: string): void {
    this.#markOutgoing(nonce, "refused");
  }

  #merge(incoming: readonly ChatMessage[], hasMore: boolean): void {
    const { messages, outgoing, unread } = this.#state.get();
    const bySeq = new Map(messages.map((message) => [message.seq, message]));
    let added = 0;
    for (const message of incoming) {
      const isNew = !bySeq.has(message.seq);
      bySeq.set(message.seq, message);
      if (isNew && this.#countsAsUnread(message)) added += 1;
    }
    const arrived = new Set(incoming.map((message) => message.nonce));
    const newest = incoming.at(-1)?.seq;
    if (newest !== undefined)
      this.#newestSeq = Math.max(this.#newestSeq ?? 0, newest);
    this.#update({
      messages: [...bySeq.values()].sort((a, b) => a.seq - b.seq),
      outgoing: outgoing.filter(({ nonce }) => !arrived.has(nonce)),
      hasMore,
      unread: unread + added,
    });
  }

  #countsAsUnread({ seq, author }: ChatMessage): boolean {
    const isNewHere = this.#newestSeq !== undefined && seq > this.#newestSeq;
    return isNewHere && author !== this.#options.me.get() && !this.#isReading;
  }

  #markOutgoing(nonce: string, state: "waiting" | "refused"): void {
    this.#update({
      outgoing: this.#state
        .get()
        .outgoing.map((m) => (m.nonce === nonce ? { ...m, state } : m)),
    });
  }

  #update(change: Partial<ChatState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }
}
