import { expect, onTestFinished, vi } from "vitest";
import * as Y from "yjs";
import { asBoardId, type ShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { encodeSyncStep2, encodeUpdate } from "@/server/rooms/sync-messages";
import { BoardPerson } from "./board-person";
import { LinkedBoard } from "./linked-board";
import { RawClient } from "./raw-client";
import { startServer, type TestServer } from "./server";
import { joinStock, type StockClient } from "./stock-client";
import { documentOf } from "./storage/document-of";
import { visitor, type Visitor } from "./visitor";

const WORDS = "Agenda";

/** Who speaks how. */
export type Victim = "ours" | "stock";

/**
 * A room in which two honest people draw, Ada with our client and Ben with a stock one, and a third socket does as the test wants. Whatever
 * that sends, the two must go on undisturbed.
 */
export class AttackedRoom {
  readonly server: TestServer;
  readonly name: string;
  readonly ada: BoardPerson;
  readonly ben: BoardPerson;
  /** Speaks `boardwalk.1` over a socket of its own, with a cookie of its own. */
  readonly mallory: RawClient;
  /** What everybody has before them. */
  readonly note: ShapeId;
  readonly #linked: LinkedBoard;
  readonly #stock: StockClient;
  readonly #ids: readonly number[];
  #cuts = 0;
  #notes = 1;

  private constructor(parts: {
    server: TestServer;
    name: string;
    ada: BoardPerson;
    ben: BoardPerson;
    mallory: RawClient;
    linked: LinkedBoard;
    stock: StockClient;
  }) {
    this.server = parts.server;
    this.name = parts.name;
    this.ada = parts.ada;
    this.ben = parts.ben;
    this.mallory = parts.mallory;
    this.#linked = parts.linked;
    this.#stock = parts.stock;
    this.#ids = [this.idOf("ours"), this.idOf("stock")];
    this.note = this.ada.addNote(WORDS);
    this.#stock.provider.on("connection-close", () => (this.#cuts += 1));
    this.#linked.link.connection.status.subscribe(() => (this.#cuts += 1));
  }

  /** Resolves once all three are in and the two have drawn something each. */
  static async open(name = "plans"): Promise<AttackedRoom> {
    const server = await startServer();
    const adas = await visitor(server);
    const ada = personOf(adas, 1);
    const linked = await new LinkedBoard(server.syncUrl, "Ada", {
      room: name,
      cookie: adas.cookie,
      board: ada.board,
    }).isLive();
    const ben = new BoardPerson("ben", seededRandom(2));
    onTestFinished(() => ben.board.dispose());
    const stock = await joinStock(server.syncUrl, name, ben.doc);
    const mallory = await RawClient.join(
      `${server.syncUrl}/${name}`,
      "Mallory",
      { headers: (await visitor(server)).headers },
    );
    const parts = { server, name, ada, ben, mallory, linked, stock };
    const room = new AttackedRoom(parts);
    await room.#drawOn();
    return room;
  }

  get url(): string {
    return `${this.server.syncUrl}/${this.name}`;
  }

  get stock(): StockClient {
    return this.#stock;
  }

  idOf(victim: Victim): number {
    return (victim === "ours" ? this.ada : this.ben).doc.clientID;
  }

  /** How far the victim has drawn, as everybody in the room can see. */
  stateOf(victim: Victim): number {
    return Y.getState(this.mallory.doc.store, this.idOf(victim));
  }

  /** Sends an update as a change and as an answer. */
  attack(update: Uint8Array): void {
    this.mallory.send(encodeUpdate(update));
    this.mallory.send(encodeSyncStep2(update));
  }

  /** Resolves once the server has done with all that was sent so far. */
  async isDone(): Promise<void> {
    await vi.waitUntil(() => this.mallory.closed ?? this.#isAnswered());
  }

  /** The two go on drawing; then everybody who should has the same, the disk as well, and neither was ever cut off. */
  async expectUnharmed(): Promise<void> {
    await this.#drawOn();
    const { ada, ben } = this;
    for (const { board, problems } of [ada, ben]) {
      expect(board.size).toBe(this.#notes);
      expect(problems).toEqual([]);
    }
    const joiner = await this.joiner();
    await joiner.saved();
    const { storage } = this.server;
    const stored = documentOf(await storage.load(asBoardId(this.name)));
    for (const doc of [ben.doc, joiner.doc, stored]) {
      expect(historyOf(doc)).toBe(historyOf(ada.doc));
      expect(doc.getMap("shapes").toJSON()).toEqual(
        ada.doc.getMap("shapes").toJSON(),
      );
    }
    expect(this.#cuts).toBe(0);
    // Yjs takes another one as soon as it hears of something under its own that it has not made.
    expect([this.idOf("ours"), this.idOf("stock")]).toEqual(this.#ids);
    await joiner.leave();
  }

  /** Somebody who comes now. */
  joiner(): Promise<RawClient> {
    return RawClient.join(this.url, "Joiner");
  }

  /** Each adds a note and writes into the common one; resolves once each has the other's. */
  async #drawOn(): Promise<void> {
    const { ada, ben, note } = this;
    await vi.waitUntil(() => ben.reads(note) === ada.reads(note));
    ada.addNote("Ada's");
    ben.addNote("Ben's");
    this.#notes += 2;
    ada.type(note, "a");
    ben.type(note, "b");
    await vi.waitUntil(
      () =>
        historyOf(ada.doc) === historyOf(ben.doc) &&
        !this.#linked.link.saves.isWaiting,
      { timeout: 10_000 },
    );
    expect(ada.reads(note)).toHaveLength(WORDS.length + this.#notes - 1);
  }

  #barrier: number | undefined;

  #isAnswered(): boolean {
    const { mallory } = this;
    this.#barrier ??= mallory.barrier();
    const answered = [...mallory.all("saved"), ...mallory.all("unsaved")];
    if (!answered.some(({ n }) => n === this.#barrier)) return false;
    this.#barrier = undefined;
    return true;
  }
}

function personOf({ user }: Visitor, seed: number): BoardPerson {
  const person = new BoardPerson(user, seededRandom(seed));
  onTestFinished(() => person.board.dispose());
  return person;
}

/** All that the document ever held and what of it is deleted: the same only where the documents are. */
const historyOf = (doc: Y.Doc): string =>
  Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString("base64");
