import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MAX_BARE_CLOCKS, MAX_CLOCK } from "@/core/protocol/limits";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { Content, StructReader } from "@/core/protocol/struct-reader";
import type { DeletedRange, Deletes } from "../slices/slice";
import { atOnce } from "../slices/turns";
import { badUpdate, checkStruct } from "./check-struct";
import type { SectionRule, UpdateRules } from "./update-rules";

/** Structs, or deleted ranges, between two stops. */
const STEP = 4_000;
/** As many structs cost as much as one client more, whose rule has to be found. */
const SECTION_STEPS = 10;
/** So an update ends that deletes nothing, and so one begins that brings nothing. */
const NOTHING = Uint8Array.of(0);

/** Why the rest of a client's structs is left out: something before them is not there, or they are not the sender's to bring. */
export type Cut = "gap" | "foreign";

/** What an update brings of one client, as far as it is admitted. */
export interface Section {
  readonly client: number;
  readonly clock: number;
  /** Where the structs begin and end among the update's bytes, and how many they are. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The clock after the last of them. */
  readonly end: number;
  /** The clock after the last that came. */
  readonly claimedEnd: number;
  readonly cut: Cut | undefined;
}

/** An update that has been read to its end, without those of its structs that are not admitted. */
export class CheckedUpdate {
  readonly sections: readonly Section[];
  /** Without those of clients of whose structs something is left out: what took the place of the deleted may be among it. */
  readonly deletes: Deletes;
  readonly #received: Uint8Array;
  readonly #deletesFrom: number;
  readonly #claimedDeletes: Deletes;

  constructor(
    received: Uint8Array,
    sections: readonly Section[],
    deletesFrom: number,
    deletes: Deletes,
  ) {
    this.sections = sections;
    this.#received = received;
    this.#deletesFrom = deletesFrom;
    this.#claimedDeletes = deletes;
    const foreign = new Set(this.foreign);
    this.deletes =
      foreign.size === 0
        ? deletes
        : new Map([...deletes].filter(([client]) => !foreign.has(client)));
  }

  /** Whether it brings anything, and not only deletions. */
  get hasContent(): boolean {
    return this.count > 0;
  }

  /** How many structs it brings. */
  get count(): number {
    return this.sections.reduce((sum, { count }) => sum + count, 0);
  }

  /** Everything in it, as an update. */
  get bytes(): Uint8Array {
    if (!this.#isCut) return this.#received;
    return join(this.#structs(), this.#deletion());
  }

  /** What it brings, as an update that deletes nothing. */
  get structs(): Uint8Array {
    return join(this.#structs(), NOTHING);
  }

  /** What it deletes, as an update that brings nothing. */
  get deletion(): Uint8Array {
    return join(NOTHING, this.#deletion());
  }

  /** For each client id, up to which clock the document must reach when all that came has been taken in, whoever brings it. */
  get ends(): Map<number, number> {
    const ends = new Map<number, number>();
    for (const { client, claimedEnd } of this.sections)
      ends.set(client, claimedEnd);
    for (const [client, ranges] of this.#claimedDeletes)
      for (const { clock, len } of ranges)
        ends.set(client, Math.max(clock + len, ends.get(client) ?? 0));
    return ends;
  }

  /** Clients of whose structs something is left out that is not the sender's to bring. */
  get foreign(): number[] {
    return this.sections
      .filter(({ cut }) => cut === "foreign")
      .map(({ client }) => client);
  }

  get #isCut(): boolean {
    return this.sections.some(({ cut }) => cut !== undefined);
  }

  #deletion(): Uint8Array {
    if (this.deletes === this.#claimedDeletes)
      return this.#received.subarray(this.#deletesFrom);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, this.deletes.size);
      for (const [client, ranges] of this.deletes) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, ranges.length);
        for (const { clock, len } of ranges) {
          encoding.writeVarUint(encoder, clock);
          encoding.writeVarUint(encoder, len);
        }
      }
    });
  }

  #structs(): Uint8Array {
    if (!this.#isCut) return this.#received.subarray(0, this.#deletesFrom);
    const kept = this.sections.filter(({ count }) => count > 0);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, kept.length);
      for (const { count, client, clock, from, to } of kept) {
        encoding.writeVarUint(encoder, count);
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
        encoding.writeUint8Array(encoder, this.#received.subarray(from, to));
      }
    });
  }
}

/**
 * Reads an update without making anything of it, and stops now and then; leaves out what the rules do not admit. Throws a
 * ProtocolError for one that is malformed, also in ways that Yjs notices only when it is in the middle of applying it.
 */
export function* checkInSteps(
  bytes: Uint8Array,
  rules: UpdateRules,
): Generator<undefined, CheckedUpdate> {
  try {
    return yield* read(bytes, rules);
  } catch (error) {
    throw error instanceof ProtocolError ? error : badUpdate("unreadable");
  }
}

/** The same without a stop. */
export const checkUpdate = (
  bytes: Uint8Array,
  rules: UpdateRules,
): CheckedUpdate => atOnce(checkInSteps(bytes, rules));

function* read(
  bytes: Uint8Array,
  rules: UpdateRules,
): Generator<undefined, CheckedUpdate> {
  const decoder = decoding.createDecoder(bytes);
  const sections = new Map<number, Section>();
  let steps = 0;
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const section = yield* readSection(decoder, rules);
    // Yjs would take only one of them.
    if (sections.has(section.client)) throw badUpdate("client twice");
    sections.set(section.client, section);
    steps += SECTION_STEPS;
    if (steps % STEP === 0) yield;
  }
  const deletesFrom = decoder.pos;
  const deletes = yield* readDeletes(decoder);
  // Another encoding than the first may look like it up to here.
  if (decoder.pos !== bytes.length) throw badUpdate("length");
  return new CheckedUpdate(bytes, [...sections.values()], deletesFrom, deletes);
}

function* readSection(
  decoder: decoding.Decoder,
  rules: UpdateRules,
): Generator<undefined, Section> {
  const structs = decoding.readVarUint(decoder);
  // Nobody writes of a client that there is nothing of, and each costs as much as one with something.
  if (structs < 1) throw badUpdate("nothing of a client");
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  const from = decoder.pos;
  const rule = rules.ruleFor(client);
  const struct = new StructReader(decoder);
  let cut: Cut | undefined = clock > rule.known ? "gap" : undefined;
  let claimedEnd = clock;
  let to = from;
  let count = 0;
  let end = clock;
  for (let i = 1; i <= structs; i++) {
    struct.next();
    checkStruct(struct, { client, clock: claimedEnd }, decoder.arr);
    claimedEnd += struct.length;
    if (!cut && claimedEnd > rule.known) cut = cutAt(struct, rule, rules);
    if (!cut) {
      to = decoder.pos;
      count = i;
      end = claimedEnd;
    }
    if (i % STEP === 0) yield;
  }
  return { client, clock, from, to, count, end, claimedEnd, cut };
}

function cutAt(
  struct: StructReader,
  { admits }: SectionRule,
  rules: UpdateRules,
): Cut | undefined {
  const { content } = struct;
  if (content === Content.skip) return "gap";
  if (admits === "nothing") return "foreign";
  const isBare = content === Content.gc || content === Content.deleted;
  if (admits === "content" && isBare && struct.length > MAX_BARE_CLOCKS)
    return "foreign";
  if (rules.buries(struct)) throw new ProtocolError("FORBIDDEN_DELETION");
  return undefined;
}

function* readDeletes(
  decoder: decoding.Decoder,
): Generator<undefined, Map<number, DeletedRange[]>> {
  const deletes = new Map<number, DeletedRange[]>();
  let step = 0;
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder);
    const ranges = deletes.get(client) ?? [];
    deletes.set(client, ranges);
    let left = decoding.readVarUint(decoder);
    if (left < 1) throw badUpdate("nothing of a client");
    for (; left > 0; left--) {
      const clock = decoding.readVarUint(decoder);
      const len = decoding.readVarUint(decoder);
      if (len < 1 || clock + len > MAX_CLOCK) throw badUpdate("length");
      ranges.push({ clock, len });
      if (++step % STEP === 0) yield;
    }
  }
  return deletes;
}

const join = (...parts: Uint8Array[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts) encoding.writeUint8Array(encoder, part);
  });
