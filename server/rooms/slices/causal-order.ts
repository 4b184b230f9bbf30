import * as Y from "yjs";
import type { Struct } from "./slice";

/** By client id, by rising clock and without gaps. May change between two calls, as a live document's do. */
export type Structs = ReadonlyMap<number, readonly Struct[]>;

/** A struct, from where on it is wanted. */
export interface Placed {
  readonly struct: Struct;
  readonly clock: number;
}

/** Structs of a client that are to be taken now. */
interface Errand {
  readonly client: number;
  /** The clock of the last of them. */
  readonly upTo: number;
}

/**
 * Walks through structs so that each one comes after those that it refers to: in whatever pieces they are then given to a
 * document, nothing has to wait for a later piece.
 */
export class CausalOrder {
  readonly #structs: Structs;
  /** For each client, up to which clock its structs have been taken. */
  readonly #taken: Map<number, number>;
  /** Where the last struct of each client was found: the next one is found there as well, unless the structs have changed. */
  readonly #indices = new Map<number, number>();
  /** Each is for the sake of the one before it. */
  #errands: Errand[] = [];
  /** The clients of those that are for the sake of another. */
  readonly #underWay = new Set<number>();

  /** @param known For each client, up to which clock nothing is wanted. Default: everything is wanted. */
  constructor(
    structs: Structs,
    known: ReadonlyMap<number, number> = new Map(),
  ) {
    this.#structs = structs;
    this.#taken = new Map(known);
  }

  /** The next one; undefined when there is none left now. */
  take(): Placed | undefined {
    for (;;) {
      const errand = this.#errands.at(-1);
      if (!errand) {
        if (!this.#beginRound()) return undefined;
        continue;
      }
      const next = this.#next(errand.client);
      if (!next || next.clock > errand.upTo) {
        this.#errands.pop();
        if (errand.upTo < Infinity) this.#underWay.delete(errand.client);
        continue;
      }
      const before = this.#missing(next.struct);
      if (!before) {
        const { struct } = next;
        this.#taken.set(errand.client, struct.id.clock + struct.length);
        return next;
      }
      this.#errands.push(before);
      this.#underWay.add(before.client);
    }
  }

  /** Sets out to take all that is left now; returns whether that is anything. */
  #beginRound(): boolean {
    this.#errands = [...this.#structs.keys()]
      .filter((client) => this.#next(client))
      .sort((a, b) => a - b)
      .map((client) => ({ client, upTo: Infinity }));
    return this.#errands.length > 0;
  }

  /** What has to be taken before a struct. */
  #missing(struct: Struct): Errand | undefined {
    for (const { client, clock } of referencesOf(struct)) {
      if ((this.#taken.get(client) ?? 0) > clock) continue;
      const next = this.#next(client);
      // What is not among these structs the receiver must know.
      if (!next || next.clock > clock) continue;
      // References in a circle, which only a hostile client makes, must not be followed for ever.
      if (this.#underWay.has(client)) continue;
      return { client, upTo: clock };
    }
    return undefined;
  }

  #next(client: number): Placed | undefined {
    const structs = this.#structs.get(client) ?? [];
    const first = structs[0];
    const last = structs.at(-1);
    if (!first || !last) return undefined;
    const clock = Math.max(this.#taken.get(client) ?? 0, first.id.clock);
    if (clock >= last.id.clock + last.length) return undefined;
    const index = this.#indexOf(structs, client, clock);
    this.#indices.set(client, index);
    return { struct: structs[index]!, clock };
  }

  #indexOf(structs: readonly Struct[], client: number, clock: number): number {
    const guess = this.#indices.get(client) ?? 0;
    for (const index of [guess, guess + 1])
      if (holds(structs[index], clock)) return index;
    return Y.findIndexSS(structs as Struct[], clock);
  }
}

function holds(struct: Struct | undefined, clock: number): boolean {
  if (!struct) return false;
  const { id, length } = struct;
  return id.clock <= clock && clock < id.clock + length;
}

/** What must be in a document before a struct can be. */
function referencesOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return NONE;
  const { origin, rightOrigin } = struct;
  const references: Y.ID[] = [];
  if (origin) references.push(origin);
  if (rightOrigin) references.push(rightOrigin);
  // The parent is written only where no neighbour tells it.
  if (references.length === 0) {
    const parent = parentOf(struct);
    if (parent) references.push(parent);
  }
  return references.filter(({ client }) => client !== struct.id.client);
}

const NONE: readonly Y.ID[] = [];

/** Undefined for what is directly in a root type. */
function parentOf({ parent }: Y.Item): Y.ID | undefined {
  if (parent instanceof Y.ID) return parent;
  if (parent instanceof Y.AbstractType) return parent._item?.id;
  return undefined;
}
