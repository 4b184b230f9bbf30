import type { ShapeId } from "../base/ids";
import type { Shape } from "../shapes/shape";
import { kindOf } from "../shapes/shape-kinds";

/** Whose children a shape is among; undefined for those that lie on the board itself. */
type Parent = ShapeId | undefined;

/**
 * Who belongs to whom. Records may say anything, since people change them at once: whoever names a parent that is not there, or is
 * nothing that holds others, lies on the board itself, and so does the lowest id of a circle.
 */
export class ShapeTree {
  readonly #shapes: ReadonlyMap<ShapeId, Shape>;
  readonly #children = new Map<Parent, Shape[]>();

  /** @param sorted All of `shapes` by rising (index, id). */
  constructor(shapes: ReadonlyMap<ShapeId, Shape>, sorted: readonly Shape[]) {
    this.#shapes = shapes;
    for (const shape of sorted) {
      const parent = this.parentOf(shape)?.id;
      const siblings = this.#children.get(parent);
      if (siblings) siblings.push(shape);
      else this.#children.set(parent, [shape]);
    }
  }

  parentOf(shape: Shape): Shape | undefined {
    const parent = this.#named(shape);
    if (!parent || !this.#named(parent)) return parent;
    return this.#isLowestOfCircle(shape) ? undefined : parent;
  }

  /** In the order they are drawn. */
  childrenOf(parent: Parent): readonly Shape[] {
    return this.#children.get(parent) ?? [];
  }

  /** Everything that is drawn, in order: what a frame holds right after it. Groups themselves are left out. */
  flatten(): readonly Shape[] {
    const flat: Shape[] = [];
    for (const shape of this.leavesOf(undefined)) flat.push(shape);
    return flat;
  }

  /** What is drawn of the parent's members and of theirs, in order. */
  *leavesOf(parent: Parent): Iterable<Shape> {
    for (const child of this.childrenOf(parent)) {
      const { holds } = kindOf(child);
      if (holds !== "group") yield child;
      if (holds) yield* this.leavesOf(child.id);
    }
  }

  /** The parent that the record names, if it is one. */
  #named({ parent }: Shape): Shape | undefined {
    const named = parent === undefined ? undefined : this.#shapes.get(parent);
    return named && kindOf(named).holds ? named : undefined;
  }

  #isLowestOfCircle(shape: Shape): boolean {
    const seen = new Set([shape.id]);
    let lowest = shape.id;
    for (let next = this.#named(shape); next; next = this.#named(next)) {
      if (next.id === shape.id) return lowest === shape.id;
      // A circle further up, of which this shape is no part.
      if (seen.has(next.id)) return false;
      seen.add(next.id);
      if (next.id < lowest) lowest = next.id;
    }
    return false;
  }
}
