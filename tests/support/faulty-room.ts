import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import { systemClock } from "@/core/base/clock";
import { asBoardId, asUserId, type BoardId } from "@/core/base/ids";
import {
  randomInteger,
  randomItem,
  type Random,
  seededRandom,
} from "@/core/base/random";
import { Board } from "@/core/board/board";
import { documentDigest } from "@/core/protocol/document-digest";
import type { Shape } from "@/core/shapes/shape";
import { inkAt, noteAt } from "./board-person";
import { LinkedBoard } from "./linked-board";
import { joinStock, type StockClient } from "./stock-client";
import { TcpProxy } from "./tcp-proxy";

/** One of those in the room, and the line between them and the server. */
interface Participant {
  readonly board: Board;
  readonly line: TcpProxy;
  /** Undefined for the stock client. */
  readonly linked: LinkedBoard | undefined;
  readonly stock: StockClient | undefined;
  /** How far its own changes reached when it was told last that all of them are saved. */
  acknowledged: number;
  hasDied: boolean;
}

export interface FaultyRoomOptions {
  readonly port: number;
  /** The same seed gives the same deeds and faults. */
  readonly seed: number;
}

const NAMES = ["Ada", "Ben", "Cleo"];
/** Nobody needs so long to come to rest. */
const PATIENCE_MS = 30_000;

/** Three of our clients and a stock one who draw in one room over lines that delay, stall, swallow and break off. */
export class FaultyRoom {
  readonly room: BoardId;
  readonly #random: Random;
  readonly #port: number;
  readonly #participants: Participant[] = [];

  private constructor({ port, seed }: FaultyRoomOptions) {
    this.#port = port;
    this.#random = seededRandom(seed);
    this.room = asBoardId(`faults-${seed}`);
  }

  /** Resolves once everybody is in. */
  static async open(options: FaultyRoomOptions): Promise<FaultyRoom> {
    const room = new FaultyRoom(options);
    for (const name of NAMES) await room.#joinOurs(name);
    await room.#joinStock();
    return room;
  }

  /** What is held by those who are still there. */
  get documents(): readonly Y.Doc[] {
    return this.#alive.map(({ board }) => board.doc);
  }

  get boards(): readonly Board[] {
    return this.#alive.map(({ board }) => board);
  }

  /** For each client id, how far its changes were told to be saved. */
  get acknowledged(): ReadonlyMap<number, number> {
    return new Map(
      this.#participants.map(({ board, acknowledged }) => [
        board.doc.clientID,
        acknowledged,
      ]),
    );
  }

  /** Lets everybody draw while their lines break; at the end all lines are as they should be. */
  async suffer(steps: number): Promise<void> {
    const random = this.#random;
    for (let step = 0; step < steps; step++) {
      const { board } = randomItem(random, this.#alive);
      randomItem(random, DEEDS)(board, random);
      if (random.next() < 0.3) this.#breakSomething();
      if (random.next() < 0.5) await sleep(randomInteger(random, 15));
    }
    for (const { line } of this.#alive) {
      // What a line has swallowed or holds back never comes: whoever is at its end sees it break.
      line.slowDown(0);
      line.mend();
      line.cutOnce();
    }
  }

  /** Resolves once everybody who is there has everything, and has been told that it is saved. */
  async settle(): Promise<void> {
    for (const { linked } of this.#alive) linked?.link.connection.probe();
    for (const { linked, stock } of this.#alive) {
      await linked?.isLive();
      await until(() => linked === undefined || isSaved(linked));
      await until(() => stock === undefined || stock.provider.synced);
    }
    await until(
      () => new Set(this.documents.map((d) => documentDigest(d))).size === 1,
    );
  }

  get #alive(): readonly Participant[] {
    return this.#participants.filter(({ hasDied }) => !hasDied);
  }

  #breakSomething(): void {
    const random = this.#random;
    const victim = randomItem(random, this.#alive);
    randomItem(random, FAULTS)(victim.line, random);
    const ours = this.#alive.filter(({ linked }) => linked);
    // Somebody's computer goes off, with all that only it had.
    if (random.next() < 0.05 && victim.linked && ours.length > 1) {
      victim.hasDied = true;
      victim.line.cut();
      victim.linked.link.dispose();
    }
    if (random.next() < 0.7) victim.linked?.link.connection.probe();
  }

  async #joinOurs(name: string): Promise<void> {
    const line = await this.#openLine();
    const linked = new LinkedBoard(urlOf(line), name, { room: this.room });
    const { board, link } = linked;
    const participant: Participant = {
      board,
      line,
      linked,
      stock: undefined,
      acknowledged: 0,
      hasDied: false,
    };
    link.saves.state.subscribe(() => {
      if (!participant.hasDied && link.saves.state.get().state === "saved")
        participant.acknowledged = Y.getState(
          board.doc.store,
          board.doc.clientID,
        );
    });
    this.#participants.push(participant);
    await linked.isLive();
  }

  async #joinStock(): Promise<void> {
    const line = await this.#openLine();
    const stock = await joinStock(urlOf(line), this.room);
    stock.provider.maxBackoffTime = 50;
    const board = new Board(stock.doc, {
      user: asUserId("stock"),
      clock: systemClock,
      random: this.#random,
    });
    onTestFinished(() => board.dispose());
    this.#participants.push({
      board,
      line,
      stock,
      linked: undefined,
      acknowledged: 0,
      hasDied: false,
    });
  }

  async #openLine(): Promise<TcpProxy> {
    const line = await TcpProxy.to(this.#port);
    onTestFinished(() => line.close());
    return line;
  }
}

type Deed = (board: Board, random: Random) => void;

const place = (random: Random): number => randomInteger(random, 1000);

const toSome =
  (deed: (board: Board, shape: Shape, random: Random) => void): Deed =>
  (board, random) => {
    const shapes = board.inOrder();
    if (shapes.length > 0) deed(board, randomItem(random, shapes), random);
  };

const DEEDS: readonly Deed[] = [
  (board, random) =>
    board.change("add", (draft) => {
      draft.add(noteAt(place(random), place(random), "a note"));
    }),
  (board, random) =>
    board.change("add", (draft) => {
      for (let i = 0; i < 5; i++) draft.add(inkAt(place(random), i));
    }),
  toSome((board, { id }, random) =>
    board.change("move", (draft) =>
      draft.set(id, { at: { x: place(random), y: place(random) } }),
    ),
  ),
  toSome((board, shape, random) => {
    if (!("text" in shape)) return;
    const from = randomInteger(random, shape.text.length + 1);
    board.change("type", (draft) =>
      draft.editText(shape.id, { from, to: from, insert: "word " }),
    );
  }),
  toSome((board, shape) => {
    if (!("text" in shape) || shape.text.length < 3) return;
    board.change("erase", (draft) =>
      draft.editText(shape.id, { from: 0, to: 2, insert: "" }),
    );
  }),
  toSome((board, { id }) =>
    board.change("delete", (draft) => draft.remove(id)),
  ),
  (board) => void board.history.undo(),
  (board) => void board.history.redo(),
];

type Fault = (line: TcpProxy, random: Random) => void;

const FAULTS: readonly Fault[] = [
  (line, random) => line.slowDown(randomInteger(random, 80)),
  (line) => line.slowDown(0),
  (line) => line.cutOnce(),
  (line) => line.cut(),
  (line) => line.stall(),
  (line) => line.silence(),
  (line) => {
    line.mend();
    line.cutOnce();
  },
];

const urlOf = ({ port }: TcpProxy) => `ws://127.0.0.1:${port}/sync`;

const isSaved = ({ link }: LinkedBoard): boolean => {
  const { state } = link.saves.state.get();
  return state === "saved" || state === "untouched";
};

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!condition()) {
    // So that the seed is told.
    if (performance.now() > end)
      throw new Error(`never: ${condition.toString()}`);
    await sleep(5);
  }
}
