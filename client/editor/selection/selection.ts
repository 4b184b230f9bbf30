import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import { remembered } from "@/core/base/remembered";
import { createStore, type Store } from "@/core/base/store";
import type { Board } from "@/core/board/board";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { ShapeIndex } from "../shape-index";
import { drawnOf } from "./members";

const NONE: ReadonlySet<ShapeId> = new Set();

/** What a person has selected. Never holds what is not on the board. */
export class Selection {
  readonly #board: Board;
  readonly #ids = createStore(NONE);
  readonly #enteredGroup = createStore<ShapeId | undefined>(undefined);
  readonly #drawn: () => readonly Shape[];
  readonly #unobserve: Dispose;

  constructor(board: Board, shapes: ShapeIndex) {
    this.#drawn = remembered(
      () => [this.#ids.get(), shapes.revision],
      () => drawnOf(board, shapes, this.#ids.get()),
    );
    this.#board = board;
    this.#unobserve = shapes.observe(({ removed }) => this.#forget(removed));
  }

  get ids(): Store<ReadonlySet<ShapeId>> {
    return this.#ids;
  }

  get enteredGroup(): Store<ShapeId | undefined> {
    return this.#enteredGroup;
  }

  set(ids: Iterable<ShapeId>): void {
    const present = new Set<ShapeId>();
    for (const id of ids) if (this.#board.get(id)) present.add(id);
    this.#leaveGroupUnlessWithin(present);
    if (isSame(present, this.#ids.get())) return;
    this.#ids.set(present.size === 0 ? NONE : present);
  }

  enter(group: ShapeId | undefined): void {
    this.#enteredGroup.set(group);
  }

  selectableFor(shape: ShapeId): ShapeId {
    let id = shape;
    for (;;) {
      const parent = this.#board.parentOf(id);
      if (!parent || kindOf(parent).holds !== "group") return id;
      if (parent.id === this.#enteredGroup.get()) return id;
      id = parent.id;
    }
  }

  /** What is drawn of it, in drawing order: the members of groups, and frames without what they hold. */
  drawn(): readonly Shape[] {
    return this.#drawn();
  }

  dispose(): void {
    this.#unobserve();
  }

  #leaveGroupUnlessWithin(ids: ReadonlySet<ShapeId>): void {
    const group = this.#enteredGroup.get();
    if (group === undefined) return;
    for (const id of ids) if (this.#board.parentOf(id)?.id === group) return;
    this.#enteredGroup.set(undefined);
  }

  #forget(removed: Iterable<ShapeId>): void {
    const selected = new Set(this.#ids.get());
    let hasChanged = false;
    for (const id of removed) {
      hasChanged = selected.delete(id) || hasChanged;
      if (id === this.#enteredGroup.get()) this.#enteredGroup.set(undefined);
    }
    if (hasChanged) this.#ids.set(selected.size === 0 ? NONE : selected);
  }
}

const isSame = (a: ReadonlySet<ShapeId>, b: ReadonlySet<ShapeId>): boolean => {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
};
