import * as Y from "yjs";
import type { BoardStorage } from "@/server/storage/board-storage";
import { asBoardId } from "@/core/base/ids";
import type { LinkedBoard } from "./linked-board";
import { documentOf } from "./storage/document-of";

/** In the storage, every so many answers are looked up at once, not only at the end. */
const LOOKED_UP = 4;

export interface SaveLedgerOptions {
  readonly room: string;
  /** Where it is looked up whether what was told is so. Default: nowhere. */
  readonly storage?: BoardStorage;
}

/** Writes down what one of our clients was told to be saved. */
export class SaveLedger {
  readonly #client: LinkedBoard;
  readonly #options: SaveLedgerOptions;
  readonly #lookUps: Promise<void>[] = [];
  #saved = 0;
  #answers = 0;

  constructor(client: LinkedBoard, options: SaveLedgerOptions) {
    this.#client = client;
    this.#options = options;
    const { state } = client.link.saves;
    state.subscribe(() => {
      if (state.get().state === "saved") this.#note();
    });
  }

  /** How many of the client's operations were told to be saved. */
  get saved(): number {
    return this.#saved;
  }

  /** Whether a document holds all that was told to be saved. */
  isKeptBy(doc: Y.Doc): boolean {
    return Y.getState(doc.store, this.#clientId) >= this.#saved;
  }

  /** Resolves once all look-ups are done; rejects when something was told to be saved that was not in the storage at that moment. */
  async checked(): Promise<void> {
    await Promise.all(this.#lookUps);
  }

  get #clientId(): number {
    return this.#client.board.doc.clientID;
  }

  #note(): void {
    this.#saved = Y.getState(this.#client.board.doc.store, this.#clientId);
    this.#answers += 1;
    const { storage } = this.#options;
    if (!storage || this.#answers % LOOKED_UP !== 0) return;
    const lookUp = this.#lookUp(storage);
    // What is wrong is told by `checked`.
    lookUp.catch(() => {});
    this.#lookUps.push(lookUp);
  }

  async #lookUp(storage: BoardStorage): Promise<void> {
    const saved = this.#saved;
    const { room } = this.#options;
    const stored = documentOf(await storage.load(asBoardId(room)));
    const kept = Y.getState(stored.store, this.#clientId);
    if (kept < saved)
      throw new Error(`${saved} were told to be saved, ${kept} are stored.`);
  }
}
