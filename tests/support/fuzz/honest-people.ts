import { setTimeout as sleep } from "node:timers/promises";
import type * as Y from "yjs";
import { randomInteger, randomItem, seededRandom } from "@/core/base/random";
import { WORK } from "../board-actions";
import { BoardPerson } from "../board-person";
import { historyOf } from "../document-history";
import { LinkedBoard } from "../linked-board";
import { SaveLedger } from "../save-ledger";
import { joinStock } from "../stock-client";

/** What has not come about after so long never will. */
const PATIENCE_MS = 30_000;
const NAMES = ["Ada", "Ben"];
/** Between two things that one of them does. */
const PAUSE_MS = 40;

interface Member {
  readonly person: BoardPerson;
  readonly ledger?: SaveLedger;
  /** Whether all is on its way or there, as far as the member knows. */
  readonly isSettled: () => boolean;
  readonly leave: () => void;
}

export interface HonestPeopleOptions {
  readonly syncUrl: string;
  readonly room: string;
  readonly seed: number;
  /** Sees what our clients send. */
  readonly onSend: (message: Uint8Array) => void;
}

/** Two of our clients and a stock one, who draw together whatever goes on around them. */
export class HonestPeople {
  readonly #members: readonly Member[];

  private constructor(members: readonly Member[]) {
    this.#members = members;
  }

  /** Resolves once they are in the room. */
  static async join(options: HonestPeopleOptions): Promise<HonestPeople> {
    const ours = NAMES.map((_, i) => joinOurs(options, i));
    return new HonestPeople(
      await Promise.all([...ours, joinTheStock(options)]),
    );
  }

  /** They work until the signal, one after the other. */
  async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted)
      for (const { person } of this.#members) {
        randomItem(person.random, WORK)(person, person.random);
        await sleep(randomInteger(person.random, PAUSE_MS));
      }
  }

  /** Resolves once all have the same; rejects when that does not come about. */
  async agree(): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!this.#isAgreed()) {
      if (performance.now() > end) throw new Error(this.#describe());
      await sleep(20);
    }
  }

  /** Whether a document is the one that they have, with all in it that they were told to be saved. */
  have(doc: Y.Doc): boolean {
    return this.#members.every(
      ({ person, ledger }) =>
        historyOf(person.doc) === historyOf(doc) &&
        ledger?.isKeptBy(doc) !== false,
    );
  }

  /** How many of their operations were told to be saved. */
  get saved(): number {
    return this.#members.reduce(
      (sum, { ledger }) => sum + (ledger?.saved ?? 0),
      0,
    );
  }

  leave(): void {
    for (const { leave } of this.#members) leave();
  }

  #isAgreed(): boolean {
    const [first, ...others] = this.#members.map(({ person }) =>
      historyOf(person.doc),
    );
    return (
      this.#members.every(({ isSettled }) => isSettled()) &&
      others.every((history) => history === first)
    );
  }

  #describe(): string {
    const members = this.#members.map(
      ({ person, isSettled }) =>
        `${person.user}: ${historyOf(person.doc).length} of history${isSettled() ? "" : ", unsettled"}`,
    );
    return `They never came to the same: ${members.join("; ")}`;
  }
}

async function joinOurs(
  { syncUrl, room, seed, onSend }: HonestPeopleOptions,
  i: number,
): Promise<Member> {
  const name = NAMES[i]!;
  const person = new BoardPerson(name, seededRandom(seed * 31 + i));
  const client = new LinkedBoard(syncUrl, name, {
    room,
    board: person.board,
    onSend,
  });
  await client.isLive();
  const { connection, saves } = client.link;
  return {
    person,
    ledger: new SaveLedger(client, { room }),
    isSettled: () =>
      connection.status.get().state === "live" && !saves.isWaiting,
    leave: () => client.dispose(),
  };
}

async function joinTheStock({
  syncUrl,
  room,
  seed,
}: HonestPeopleOptions): Promise<Member> {
  const random = seededRandom(seed * 31 + NAMES.length);
  const person = new BoardPerson("stock", random);
  const { provider } = await joinStock(syncUrl, room, person.doc);
  return {
    person,
    isSettled: () => provider.synced,
    leave: () => {
      provider.destroy();
      person.board.dispose();
    },
  };
}
