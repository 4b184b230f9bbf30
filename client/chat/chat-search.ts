import { createStore, type Store } from "@/core/base/store";
import type {
  ClientControl,
  ServerControl,
} from "@/core/protocol/control-message";
import type { SearchState } from "./chat-state";

type Found = Extract<ServerControl, { kind: "chat-found" }>;

/** Looks for messages in the whole chat, which only the server has. */
export class ChatSearch {
  readonly #send: (message: ClientControl) => boolean;
  readonly #state = createStore<SearchState | undefined>(undefined);
  /** The number of the last question. Answers to earlier ones are late. */
  #n = 0;

  /** @param send Sends a message to the server; says false while there is no line. */
  constructor(send: (message: ClientControl) => boolean) {
    this.#send = send;
  }

  /** Undefined while nothing is looked for. */
  get state(): Store<SearchState | undefined> {
    return this.#state;
  }

  /** Looks for `query` from the newest message on. Looks for nothing when it is blank. */
  find(query: string): void {
    const wanted = query.trim();
    if (wanted === "") return this.stop();
    this.#state.set({
      query: wanted,
      found: [],
      hasMore: false,
      isSearching: true,
      hasFailed: false,
    });
    this.#ask(wanted, undefined);
  }

  /** Goes on where the last page ended. */
  findMore(): void {
    const state = this.#state.get();
    if (!state?.hasMore || state.isSearching) return;
    this.#state.set({ ...state, isSearching: true, hasFailed: false });
    this.#ask(state.query, state.found.at(-1)?.seq);
  }

  stop(): void {
    this.#n += 1;
    this.#state.set(undefined);
  }

  /** The line is about to be cut: what was asked is not answered any more. */
  cut(): void {
    if (this.#state.get()?.isSearching) this.receiveRefusal(this.#n);
  }

  receive({ n, messages, hasMore }: Found): void {
    const state = this.#state.get();
    if (n !== this.#n || !state) return;
    const found = [...state.found, ...messages];
    this.#state.set({ ...state, found, hasMore, isSearching: false });
  }

  receiveRefusal(n: number): void {
    const state = this.#state.get();
    if (n === this.#n && state)
      this.#state.set({ ...state, isSearching: false, hasFailed: true });
  }

  #ask(query: string, before: number | undefined): void {
    this.#n += 1;
    const n = this.#n;
    const range = before === undefined ? {} : { before };
    const isAsked = this.#send({ kind: "chat-search", n, query, ...range });
    if (!isAsked) this.receiveRefusal(n);
  }
}
