import RBush from "rbush";
import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Board } from "@/core/board/board";
import type { BoardChange } from "@/core/board/board-change";
import { expand, unionOf, type Box } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Shape } from "@/core/shapes/shape";

interface Entry extends Box {
  readonly shape: Shape;
  /** Its place in the drawing order; only good while `#ranksAreFresh`. */
  rank: number;
}

/** Finds the board's shapes by place. Follows the board change by change; it is never built anew. */
export class ShapeIndex {
  readonly #board: Board;
  readonly #tree = new RBush<Entry>();
  readonly #entries = new Map<ShapeId, Entry>();
  readonly #listeners = new Listeners<BoardChange>();
  readonly #unobserve: Dispose;
  #ranksAreFresh = false;

  constructor(board: Board) {
    this.#board = board;
    const entries = [...board.inOrder()].map(entryOf);
    for (const entry of entries) this.#entries.set(entry.shape.id, entry);
    this.#tree.load(entries);
    this.#unobserve = board.observe((change) => this.#follow(change));
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: ShapeId): Shape | undefined {
    return this.#entries.get(id)?.shape;
  }

  /** The box that holds every shape; undefined on an empty board. */
  bounds(): Box | undefined {
    let box: Box | undefined;
    for (const entry of this.#entries.values())
      box = box ? unionOf(box, entry) : entry;
    return box;
  }

  /** The shapes that may paint something within `box`, in drawing order. */
  shapesIn(box: Box): Shape[] {
    return this.#search(box).map(({ shape }) => shape);
  }

  /** Those of `ids` that are on the board, in drawing order. */
  inOrder(ids: Iterable<ShapeId>): Shape[] {
    const entries = [...ids].flatMap((id) => this.#entries.get(id) ?? []);
    return this.#sorted(entries).map(({ shape }) => shape);
  }

  /** The shape that a pointer at `point` means; the topmost where several do. `tolerance` in board units. */
  topmostAt(point: BoardPoint, tolerance: number): Shape | undefined {
    const spot = expand(
      { minX: point.x, minY: point.y, maxX: point.x, maxY: point.y },
      tolerance,
    );
    return this.#search(spot)
      .reverse()
      .find(({ shape }) => kindOf(shape).hit(shape, point, tolerance))?.shape;
  }

  /** Calls `listener` after each change of the board, once the index knows of it. */
  observe(listener: (change: BoardChange) => void): Dispose {
    return this.#listeners.add(listener);
  }

  dispose(): void {
    this.#unobserve();
  }

  #search(box: Box): Entry[] {
    return this.#sorted(this.#tree.search(box));
  }

  #sorted(entries: Entry[]): Entry[] {
    if (!this.#ranksAreFresh) this.#rankAll();
    return entries.sort((a, b) => a.rank - b.rank);
  }

  // Numbers, given out when they are next asked for: comparing index strings anew for every frame costs more than the painting.
  #rankAll(): void {
    let rank = 0;
    for (const { id } of this.#board.inOrder()) {
      const entry = this.#entries.get(id);
      if (entry) entry.rank = rank++;
    }
    this.#ranksAreFresh = true;
  }

  #follow(change: BoardChange): void {
    for (const id of change.removed) this.#remove(id);
    const entries: Entry[] = [];
    for (const id of [...change.added, ...change.updated]) {
      const shape = this.#board.get(id);
      if (shape) entries.push(this.#replace(shape));
    }
    this.#tree.load(entries);
    this.#listeners.emit(change);
  }

  #replace(shape: Shape): Entry {
    const before = this.#remove(shape.id);
    const entry = entryOf(shape);
    if (before?.shape.index === shape.index) entry.rank = before.rank;
    else this.#ranksAreFresh = false;
    this.#entries.set(shape.id, entry);
    return entry;
  }

  #remove(id: ShapeId): Entry | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    this.#entries.delete(id);
    this.#tree.remove(entry);
    return entry;
  }
}

function entryOf(shape: Shape): Entry {
  const { minX, minY, maxX, maxY } = kindOf(shape).bounds(shape);
  return { minX, minY, maxX, maxY, shape, rank: 0 };
}
