import type * as Y from "yjs";
import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { BoardId } from "@/core/base/ids";
import { createStore, type Store } from "@/core/base/store";
import { within } from "@/core/base/within";
import type { CopyState } from "./copy-state";
import type { RoomEpoch } from "./room-epoch";
import type { WaitingLedger } from "./waiting-ledger";

/** Longer than this nobody waits for what the browser has kept: some never answer. */
const LOAD_PATIENCE_MS = 1_000;
/** A tab that does not let go of the copy holds nobody up for longer. */
const REMOVAL_PATIENCE_MS = 3_000;
/** How soon to try again where the browser had no room. */
const RETRY_MS = 30_000;

export interface StoredDocumentEvents {
  /** @param hasNews Whether something was there that the document did not have. */
  readonly onLoaded: (hasNews: boolean) => void;
  /** May come more than once, also after `onLoaded`: what was changed since may not be stored. */
  readonly onFailed: () => void;
}

/** Brings what is stored under a name into a document, and stores what is changed in it from then on, until it is disposed of. */
export type StoreDocument = (
  name: string,
  doc: Y.Doc,
  events: StoredDocumentEvents,
) => Dispose;

/** What knows the browser's database. Its code comes late. */
export interface DocumentStore {
  readonly storeDocument: StoreDocument;
  /** Resolves when it is gone, and when it cannot be removed. */
  readonly removeDocument: (name: string) => Promise<void>;
}

export interface LocalCopyOptions {
  readonly doc: Y.Doc;
  readonly room: BoardId;
  readonly epoch: RoomEpoch;
  readonly ledger: WaitingLedger;
  readonly clock: Clock;
  /** Rejects where there is none. */
  readonly loadStore: () => Promise<DocumentStore>;
  /**
   * What was kept is in the document.
   *
   * @param waiting How many of its changes have not reached the server yet.
   * @param isLate Whether it holds something that came too late to be told of in the first words with the server.
   */
  readonly onLoaded: (waiting: number, isLate: boolean) => void;
}

/** Keeps the board in this browser, as `<room>/<epoch>`: without the server it is there after a reload, and with it later. */
export class LocalCopy {
  readonly #options: LocalCopyOptions;
  readonly #state = createStore<CopyState>("none");
  readonly #ends = new Disposables();
  #close: Dispose = () => {};
  #cancelRetry: Dispose = () => {};
  /** The one that is open, or being opened. */
  #openName: string | undefined;
  #isAwaited = true;
  /** Whether the changes that other tabs had waiting are known here. */
  #hasInherited = false;
  /** It has failed, and is not to be tried again yet. */
  #isResting = false;
  #isDisposed = false;

  constructor(options: LocalCopyOptions) {
    this.#options = options;
    const { doc, epoch } = options;
    // An empty board is not worth a database, nor the code that opens one.
    const keepFirst = (
      _: Uint8Array,
      __: unknown,
      ___: Y.Doc,
      { local }: Y.Transaction,
    ) => {
      if (local) epoch.invent();
      if (this.#openName === undefined) void this.#open();
    };
    doc.on("update", keepFirst);
    this.#ends.add(() => doc.off("update", keepFirst));
    this.#ends.add(
      epoch.current.subscribe(() => {
        if (doc.store.clients.size > 0) void this.#open();
      }),
    );
  }

  get state(): Store<CopyState> {
    return this.#state;
  }

  /** Brings what is kept of the room into the document. Resolves when it is there, when there is nothing, and at the latest after 1 s. */
  load(): Promise<void> {
    return new Promise((resolve) => {
      const stop = () => {
        cancel();
        this.#isAwaited = false;
        resolve();
      };
      const cancel = this.#options.clock.after(LOAD_PATIENCE_MS, stop);
      this.#ends.add(cancel);
      void this.#open(stop);
    });
  }

  /**
   * Removes the copy, and keeps none from now on. Resolves when it is gone, so that a page that is loaded then does not find it, and
   * at the latest after 3 s.
   */
  async discard(): Promise<void> {
    const { clock, loadStore } = this.#options;
    const name = this.#openName;
    this.dispose();
    if (name === undefined) return;
    const removal = loadStore()
      .then((store) => store.removeDocument(name))
      // Without a store there is nothing to remove.
      .catch(() => {});
    await within(clock, REMOVAL_PATIENCE_MS, removal);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#ends.dispose();
    this.#cancelRetry();
    this.#close();
  }

  /** @param onOpened Called when the copy is there, and when there is none. */
  async #open(onOpened = () => {}): Promise<void> {
    const { doc, room, epoch, ledger, loadStore, onLoaded } = this.#options;
    const id = epoch.current.get();
    const name = `${room}/${id}`;
    if (id === undefined || name === this.#openName || this.#isResting)
      return onOpened();
    const former = this.#openName;
    this.#openName = name;
    const store = await loadStore().catch(() => undefined);
    // Meanwhile the room may have got another epoch, or the page gone on.
    if (this.#isDisposed || this.#openName !== name) return onOpened();
    if (!store) {
      this.#fail(name);
      return onOpened();
    }
    this.#close();
    const inherited = this.#hasInherited ? 0 : ledger.inherit();
    this.#close = store.storeDocument(name, doc, {
      onLoaded: (hasNews) => {
        // What was kept under the epoch that was made up is in this copy as well.
        if (former !== undefined) void store.removeDocument(former);
        this.#hasInherited = true;
        this.#show("kept");
        onLoaded(inherited, hasNews && !this.#isAwaited);
        onOpened();
      },
      onFailed: () => {
        this.#fail(name);
        onOpened();
      },
    });
  }

  /** Gives up for a while: opening it anew stores the whole document. */
  #fail(name: string): void {
    if (this.#openName !== name) return;
    this.#openName = undefined;
    this.#close();
    this.#close = () => {};
    this.#show("failing");
    this.#isResting = true;
    this.#cancelRetry = this.#options.clock.after(RETRY_MS, () => {
      this.#isResting = false;
      void this.#open();
    });
  }

  #show(state: CopyState): void {
    this.#options.ledger.setKept(state === "kept");
    this.#state.set(state);
  }
}
