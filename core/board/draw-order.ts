import type { ShapeId } from "../base/ids";
import type { Shape } from "../shapes/shape";
import { kindOf } from "../shapes/shape-kinds";
import { ShapeTree } from "./shape-tree";

/** From here on sorting everything again is faster than finding the place of each. */
const MANY_CHANGES = 200;

/** The shapes in the order they are drawn, sorted when somebody asks, and then only where something changed. */
export class DrawOrder {
  readonly #shapes: ReadonlyMap<ShapeId, Shape>;
  /** By rising (index, id), whatever their parents. */
  #sorted: readonly Shape[] = [];
  #drawn: readonly Shape[] = [];
  #tree: ShapeTree | undefined;
  /** What `#sorted` holds for each shape that changed since; undefined for a new one. */
  readonly #outdated = new Map<ShapeId, Shape | undefined>();

  /** `shapes` is watched, not copied: tell of each change to it. */
  constructor(shapes: ReadonlyMap<ShapeId, Shape>) {
    this.#shapes = shapes;
  }

  /** Must be told before the map holds something else, or nothing, under `id`. */
  willChange(id: ShapeId): void {
    if (!this.#outdated.has(id)) this.#outdated.set(id, this.#shapes.get(id));
  }

  /** What is drawn, in order. An array that was handed out never changes. */
  inOrder(): readonly Shape[] {
    this.#update();
    return this.#drawn;
  }

  /** The highest index in use, whosever child has it; undefined on an empty board. */
  topIndex(): string | undefined {
    this.#update();
    return this.#sorted.at(-1)?.index;
  }

  /** Who belongs to whom. Ask again after a change. */
  tree(): ShapeTree {
    this.#update();
    return (this.#tree ??= new ShapeTree(this.#shapes, this.#sorted));
  }

  #update(): void {
    if (this.#outdated.size === 0) return;
    this.#sorted =
      this.#outdated.size > MANY_CHANGES
        ? [...this.#shapes.values()].sort(compare)
        : this.#withChanges();
    this.#outdated.clear();
    this.#tree = undefined;
    this.#drawn = this.#sorted;
    // Most boards hold neither frames nor groups, and need no tree to be drawn.
    if (this.#sorted.some((shape) => kindOf(shape).holds)) {
      this.#drawn = this.tree().flatten();
    }
  }

  #withChanges(): readonly Shape[] {
    const sorted = [...this.#sorted];
    for (const [id, before] of this.#outdated) {
      const after = this.#shapes.get(id);
      if (before && after && before.index === after.index) {
        sorted[placeOf(before, sorted)] = after;
        continue;
      }
      if (before) sorted.splice(placeOf(before, sorted), 1);
      if (after) sorted.splice(placeOf(after, sorted), 0, after);
    }
    return sorted;
  }
}

type Ordered = Pick<Shape, "index" | "id">;

// By code units, never by locale: everybody must come to the same order.
function compare(a: Ordered, b: Ordered): number {
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return 0;
}

/** Where `shape` is in `sorted`, or where it belongs. */
function placeOf(shape: Ordered, sorted: readonly Shape[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle]!, shape) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
