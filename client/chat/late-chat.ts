import type { Dispose } from "@/core/base/disposable";
import { createStore, type Store } from "@/core/base/store";
import type { ServerControl } from "@/core/protocol/control-message";
import type { Chat, ChatOptions } from "./chat";
import type { KeyValueStorage } from "./outbox-store";

export interface LateChatOptions extends Omit<ChatOptions, "outboxStore"> {
  /** Where the browser keeps things, if it does. */
  readonly storage: KeyValueStorage | undefined;
  /** The path that the site lives under; empty at the root. */
  readonly basePath: string;
}

/** The chat's code is loaded so long after the line is there, when a slow one has brought what the first stroke needs; milliseconds. */
const DELAY = 1_500;
/** More than this is not held back: what is left out comes with the history. */
const MAX_HELD = 500;

/** Stands for the chat until its code is there: holds what it is told, and tells what the page shows before. */
export class LateChat {
  readonly #options: LateChatOptions;
  readonly #whole = createStore<Chat | undefined>(undefined);
  readonly #unread = createStore(0);
  readonly #waiting = createStore(0);
  #held: ServerControl[] = [];
  #isLoading = false;
  #isConnected = false;
  #isDisposed = false;
  #cancelDelay: Dispose | undefined;

  constructor(options: LateChatOptions) {
    this.#options = options;
  }

  /** The chat itself, once its code has come. */
  get whole(): Store<Chat | undefined> {
    return this.#whole;
  }

  /** Messages of others that came since the chat was last read. */
  get unread(): Store<number> {
    return this.#unread;
  }

  /** Messages in other rooms that wait for this person. */
  get waiting(): Store<number> {
    return this.#waiting;
  }

  /** Loads the chat's code, unless it is there. Where that fails, the next call tries again. */
  load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#load().catch(() => (this.#isLoading = false));
  }

  connected(): void {
    this.#isConnected = true;
    this.#whole.get()?.connected();
    this.#cancelDelay ??= this.#options.clock.after(DELAY, () => {
      this.#cancelDelay = undefined;
      this.load();
    });
  }

  /** The line is about to be cut. */
  cut(): void {
    this.#isConnected = false;
    this.#whole.get()?.cut();
  }

  receive(message: ServerControl): void {
    const chat = this.#whole.get();
    if (chat) chat.receive(message);
    else if (this.#held.length < MAX_HELD) this.#held.push(message);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancelDelay?.();
    this.#whole.get()?.dispose();
  }

  async #load(): Promise<void> {
    const [{ Chat }, { OutboxStore }] = await Promise.all([
      import("./chat"),
      import("./outbox-store"),
    ]);
    if (this.#isDisposed) return;
    const { storage, basePath, room } = this.#options;
    const outboxStore = new OutboxStore(storage, `${basePath}/${room}`);
    const chat = new Chat({ ...this.#options, outboxStore });
    chat.state.subscribe(() => this.#unread.set(chat.state.get().unread));
    chat.notifications.subscribe(() =>
      this.#waiting.set(
        chat.notifications.get().filter((one) => one.room !== room).length,
      ),
    );
    if (this.#isConnected) chat.connected();
    for (const message of this.#held) chat.receive(message);
    this.#held = [];
    this.#whole.set(chat);
  }
}
