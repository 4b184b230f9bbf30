import * as Y from "yjs";

import {
  randomInteger,
  randomItem,
  type Random,
  seededRandom,
} from "@/core/base/random";
import type { Shape } from "@/core/shapes/shape";
import { BoardPerson, sync } from "./board-person";

/** Something that a person may do, by chance. */
export type Action = (person: BoardPerson, random: Random) => void;

export interface TestNetworkOptions {
  /** The same seed gives the same run. */
  readonly seed: number;
  /** How many people have a copy of the board; at most four. */
  readonly replicas: number;
}

interface Message {
  readonly to: BoardPerson;
  readonly update: Uint8Array;
}

const NAMES = ["ana", "ben", "cleo", "dan"];

/** Of each message: chances to be lost, and to be sent twice. */
const LOSS = 0.1;
const REPEAT = 0.1;

/** A few people who work on one board over a network that delays, reorders, repeats and loses what they send each other. */
export class TestNetwork {
  readonly people: readonly BoardPerson[];
  readonly random: Random;
  readonly #underway: Message[] = [];

  constructor({ seed, replicas }: TestNetworkOptions) {
    this.random = seededRandom(seed);
    this.people = NAMES.slice(0, replicas).map(
      (name) => new BoardPerson(name, this.random),
    );
    for (const person of this.people) this.#sendUpdatesOf(person);
  }

  /** Lets people do `count` things, now one and now another, while some of the messages arrive. */
  act(count: number, actions: readonly Action[]): void {
    for (let i = 0; i < count; i++) {
      const person = randomItem(this.random, this.people);
      randomItem(this.random, actions)(person, this.random);
      const arriving = randomInteger(this.random, 4);
      for (let n = 0; n < arriving; n++) this.#deliverOne();
    }
  }

  /** Delivers what is under way, in any order, and then what was lost, as people do who ask each other what they lack. */
  deliverAll(): void {
    while (this.#underway.length > 0) this.#deliverOne();
    sync(...this.people);
  }

  /** What each of them sees. */
  boards(): (readonly Shape[])[] {
    return this.people.map((person) => person.sees());
  }

  /** What each document has ever held, as bytes: equal only where the documents are. */
  documents(): Uint8Array[] {
    return this.people.map(({ doc }) => Y.encodeSnapshot(Y.snapshot(doc)));
  }

  #sendUpdatesOf(sender: BoardPerson): void {
    sender.doc.on(
      "update",
      (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }) => {
        if (!local) return;
        for (const to of this.people) {
          if (to !== sender) this.#send({ to, update });
        }
      },
    );
  }

  #send(message: Message): void {
    const chance = this.random.next();
    if (chance < LOSS) return;
    this.#underway.push(message);
    if (chance > 1 - REPEAT) this.#underway.push(message);
  }

  #deliverOne(): void {
    if (this.#underway.length === 0) return;
    const place = randomInteger(this.random, this.#underway.length);
    for (const { to, update } of this.#underway.splice(place, 1)) {
      Y.applyUpdate(to.doc, update, "network");
    }
  }
}
