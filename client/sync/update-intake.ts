import type * as Y from "yjs";
import { LAST_PART, PartialUpdate } from "@/core/board/partial-update";
import { applyUpdate } from "@/core/protocol/apply-update";
import { sliceUpdate } from "@/core/protocol/slice-update";
import { findStructs } from "@/core/protocol/update-structs";

/** Runs `step` once input had its turn and a frame was painted, or soon where none is. */
export type NextTurn = (step: () => void) => void;

export interface UpdateIntakeOptions {
  readonly doc: Y.Doc;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  readonly nextTurn: NextTurn;
  /** A larger update is cut; bytes. Default: what is quick to apply as a whole. */
  readonly maxWhole?: number;
  /** Structs of each piece. Default: what is applied in some milliseconds. */
  readonly sliceStructs?: number;
}

/** Bytes. */
const MAX_WHOLE = 64 * 1024;
const SLICE_STRUCTS = 2_000;
/** So long may updates be applied before others have a turn; milliseconds. */
const TURN_MS = 40;

/**
 * Brings updates into a document in the order in which they come, a large one in slices over many turns of the event loop, so that the page
 * answers and shows what is there already. While one is under way, those that come after it wait.
 */
export class UpdateIntake {
  readonly #options: UpdateIntakeOptions;
  readonly #waiting: (() => Generator<undefined, void>)[] = [];
  #current: Generator<undefined, void> | undefined;
  #isDisposed = false;

  constructor(options: UpdateIntakeOptions) {
    this.#options = options;
  }

  /** Whether an update that was given is not in the document yet, or not all of it. */
  get isBusy(): boolean {
    return this.#current !== undefined || this.#waiting.length > 0;
  }

  /**
   * @param origin What the transaction has as its origin, if there is only one.
   * @param onDone Called when all of it is in the document: before this returns, if there is little of it and nothing else waits. Also called when it
   *   could not be applied, after that was reported.
   */
  take(update: Uint8Array, origin: unknown, onDone: () => void): void {
    this.#waiting.push(() => this.#applyAndTell(update, origin, onDone));
    if (!this.#current) this.#run();
  }

  /** What has not been applied by now never is, and nobody is told. */
  dispose(): void {
    this.#isDisposed = true;
    this.#current = undefined;
    this.#waiting.length = 0;
  }

  #run(): void {
    const { now, nextTurn } = this.#options;
    const deadline = now() + TURN_MS;
    for (;;) {
      this.#current ??= this.#waiting.shift()?.();
      if (!this.#current) return;
      if (this.#current.next().done) {
        this.#current = undefined;
        continue;
      }
      if (now() < deadline) continue;
      return nextTurn(() => {
        if (!this.#isDisposed) this.#run();
      });
    }
  }

  *#applyAndTell(
    update: Uint8Array,
    origin: unknown,
    onDone: () => void,
  ): Generator<undefined, void> {
    try {
      yield* this.#apply(update, origin);
    } catch (error) {
      // Asked again, the server would say the same: what could be read of it is worth more than a page that never gets further.
      console.error("An update could not be taken in.", error);
    }
    onDone();
  }

  *#apply(update: Uint8Array, origin: unknown): Generator<undefined, void> {
    const {
      doc,
      maxWhole = MAX_WHOLE,
      sliceStructs = SLICE_STRUCTS,
    } = this.#options;
    const structs =
      update.byteLength > maxWhole
        ? yield* tryToFindStructs(update)
        : undefined;
    if (!structs) return applyUpdate(doc, update, origin);
    const part = new PartialUpdate(structs.records);
    try {
      for (const slice of sliceUpdate(update, structs, sliceStructs)) {
        applyUpdate(doc, slice, part);
        yield;
      }
    } finally {
      doc.transact(() => {}, LAST_PART);
    }
  }
}

/** Undefined for an update that can only be applied as a whole. */
function* tryToFindStructs(update: Uint8Array) {
  try {
    return yield* findStructs(update);
  } catch {
    return undefined;
  }
}
