import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type * as Y from "yjs";
import {
  randomInteger,
  randomItem,
  seededRandom,
  type Random,
} from "@/core/base/random";
import { asBoardId } from "@/core/base/ids";
import { recordsOf } from "@/core/board/shape-record";
import { WORK } from "./board-actions";
import { BoardPerson } from "./board-person";
import { historyOf } from "./document-history";
import { expectSoundBoard } from "./expect-sound-board";
import { hurriedClock } from "./hurried-clock";
import { breakLine } from "./line-faults";
import { LinkedBoard } from "./linked-board";
import { RawClient } from "./raw-client";
import { SaveLedger } from "./save-ledger";
import type { TestServer } from "./server";
import { joinStock } from "./stock-client";
import { documentOf } from "./storage/document-of";
import { TcpProxy } from "./tcp-proxy";

const NAMES = ["Ada", "Ben", "Cleo"];
const STEPS = 36;
const FAULT_CHANCE = 0.2;
const MAX_FAULT_STEPS = 8;
/** How much faster our clients' time passes, so that nobody waits seconds for a dead line to be given up. */
const HURRY = 10;
/** Of the stock client: how long it waits at most before it connects again. */
const STOCK_BACKOFF_MS = 100;
/** What has not come about after so long never will. */
const PATIENCE_MS = 60_000;

/** One of those in the room. */
interface Member {
  readonly person: BoardPerson;
  readonly line: TcpProxy;
  readonly mend: () => void;
  readonly ledger: SaveLedger | undefined;
  /** All is on its way or there, as far as the member knows. */
  readonly isSettled: () => boolean;
  readonly leave: () => void;
}

export interface FaultyRoomOptions {
  readonly server: TestServer;
  readonly seed: number;
  /** The visitors' cookies, one for each of ours. */
  readonly cookies: readonly string[];
}

/** A room in which three of our clients and a stock one work, each over a line that fails at random. */
export class FaultyRoom {
  readonly #server: TestServer;
  readonly #room: string;
  readonly #random: Random;
  readonly #members: readonly Member[];
  /** Whose line is broken, and the step after which it is mended. */
  readonly #broken = new Map<Member, number>();
  readonly #marks: string[] = [];

  private constructor(
    { server, seed }: FaultyRoomOptions,
    members: readonly Member[],
  ) {
    this.#server = server;
    this.#room = roomOf(seed);
    this.#random = seededRandom(seed);
    this.#members = members;
  }

  /** Resolves once everybody is in. */
  static async open(options: FaultyRoomOptions): Promise<FaultyRoom> {
    const members = await Promise.all([
      ...NAMES.map((_, i) => joinOurs(options, i)),
      joinTheStock(options),
    ]);
    return new FaultyRoom(options, members);
  }

  /** How many operations were told to be saved. */
  get saved(): number {
    return this.#members.reduce(
      (sum, { ledger }) => sum + (ledger?.saved ?? 0),
      0,
    );
  }

  /** Everybody works while the lines fail, then all lines are mended. */
  async work(): Promise<void> {
    const random = this.#random;
    for (let step = 0; step < STEPS; step++) {
      const { person } = randomItem(random, this.#members);
      randomItem(random, WORK)(person, person.random);
      this.#mark(person);
      if (random.next() < FAULT_CHANCE) {
        const victim = randomItem(random, this.#members);
        breakLine(victim.line, random);
        this.#broken.set(victim, step + randomInteger(random, MAX_FAULT_STEPS));
      }
      if (random.next() < 0.6) await sleep(randomInteger(random, 25));
      for (const [member, end] of this.#broken)
        if (end <= step) this.#mend(member);
    }
    for (const member of this.#members) this.#mend(member);
  }

  /** Resolves once everybody has the same and it is stored; rejects when that does not come about, or when something is missing. */
  async check(): Promise<void> {
    const docs = this.#members.map(({ person }) => person.doc);
    const [first] = docs as [Y.Doc];
    await this.#until(
      () =>
        this.#members.every(({ isSettled }) => isSettled()) &&
        docs.every((doc) => historyOf(doc) === historyOf(first)),
    );
    const joiner = await RawClient.join(
      `${this.#server.syncUrl}/${this.#room}`,
    );
    await joiner.saved();
    const stored = documentOf(
      await this.#server.storage.load(asBoardId(this.#room)),
    );
    for (const doc of [...docs, joiner.doc, stored]) {
      expect(historyOf(doc)).toBe(historyOf(first));
      expect(contentOf(doc)).toEqual(contentOf(first));
    }
    const marks = [...marksOf(stored).keys()];
    expect(marks.sort()).toEqual(this.#marks.sort());
    for (const { person, ledger } of this.#members) {
      expectSoundBoard(person.board);
      expect(ledger?.isKeptBy(stored)).not.toBe(false);
      await ledger?.checked();
    }
    await joiner.leave();
  }

  async close(): Promise<void> {
    for (const { leave } of this.#members) leave();
    await Promise.all(this.#members.map(({ line }) => line.close()));
  }

  /** Adds what nobody takes away again. */
  #mark({ doc, user }: BoardPerson): void {
    const mark = `${user}-${this.#marks.length}`;
    this.#marks.push(mark);
    doc.transact(() => marksOf(doc).set(mark, true), "mark");
  }

  #mend(member: Member): void {
    this.#broken.delete(member);
    member.mend();
  }

  async #until(condition: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!condition()) {
      if (performance.now() > end) throw new Error(this.#describe());
      await sleep(10);
    }
  }

  #describe(): string {
    const members = this.#members.map(({ person, isSettled }) => {
      const { size } = marksOf(person.doc);
      return `${person.user}: ${size} marks${isSettled() ? "" : ", unsettled"}`;
    });
    return `They never came to the same: ${members.join("; ")}`;
  }
}

const roomOf = (seed: number): string => `seed-${seed}`;
const marksOf = (doc: Y.Doc) => doc.getMap<boolean>("marks");

const contentOf = (doc: Y.Doc): unknown => recordsOf(doc).toJSON();

async function joinOurs(
  { server, seed, cookies }: FaultyRoomOptions,
  i: number,
): Promise<Member> {
  const name = NAMES[i]!;
  const room = roomOf(seed);
  const person = personOf(name, seed, i);
  const line = await TcpProxy.to(server.server.port);
  const client = new LinkedBoard(urlOf(line), name, {
    room,
    cookie: cookies[i]!,
    board: person.board,
    clock: hurriedClock(HURRY),
    random: person.random,
  });
  const { storage } = server;
  const ledger = new SaveLedger(client, { room, storage });
  await client.isLive();
  return {
    person,
    line,
    mend: () => line.mend(),
    ledger,
    isSettled: () => {
      const { connection, saves } = client.link;
      return connection.status.get().state === "live" && !saves.isWaiting;
    },
    leave: () => client.dispose(),
  };
}

async function joinTheStock({
  server,
  seed,
}: FaultyRoomOptions): Promise<Member> {
  const person = personOf("stock", seed, NAMES.length);
  const line = await TcpProxy.to(server.server.port);
  const { provider } = await joinStock(urlOf(line), roomOf(seed), person.doc);
  provider.maxBackoffTime = STOCK_BACKOFF_MS;
  return {
    person,
    line,
    mend: () => {
      line.mend();
      // It would take half a minute to notice.
      line.cutSilenced();
    },
    ledger: undefined,
    isSettled: () => provider.synced,
    leave: () => {
      provider.destroy();
      person.board.dispose();
    },
  };
}

const personOf = (name: string, seed: number, i: number): BoardPerson =>
  new BoardPerson(name, seededRandom(seed * 31 + i));

const urlOf = ({ port }: TcpProxy): string => `ws://127.0.0.1:${port}/sync`;
