import { asShapeId, type ShapeId } from "@/core/base/ids";
import type { Transform } from "@/core/geometry/transform";
import { PREVIEW_TIMEOUT_MS } from "@/core/protocol/limits";
import type { BeginTransform, LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";
import type { Shape } from "@/core/shapes/shape";
import { transformed } from "@/core/shapes/transform-shape";
import { isSameTransform } from "./is-same-transform";
import type { RemoteGesture } from "./remote-gesture";

export interface RemoteTransformOptions {
  readonly begin: BeginTransform;
  /** Tells this gesture's copies from those of others. */
  readonly key: string;
  readonly shapeOf: (id: ShapeId) => Shape | undefined;
}

interface TransformedShape {
  /** As it was when the gesture began; undefined as long as it is not on the board. */
  base: Shape | undefined;
  /** What `preview` was made of. */
  current: Shape | undefined;
  transform: Transform | undefined;
  preview: Shape | undefined;
}

/**
 * Shapes that somebody else is moving, turning or stretching. They are shown where the gesture takes them from where they stood when
 * it began, with all else as it is on the board now: so its commit, which brings them to the same place, changes nothing.
 */
export class RemoteTransform implements RemoteGesture {
  readonly patience = PREVIEW_TIMEOUT_MS;
  readonly #options: RemoteTransformOptions;
  readonly #shapes = new Map<ShapeId, TransformedShape>();
  #transform: Transform | undefined;

  constructor(options: RemoteTransformOptions) {
    this.#options = options;
    this.receive(options.begin);
  }

  receive(entry: LiveBegin | LiveUpdate): boolean {
    if (entry.kind === "begin" && entry.what === "transform") {
      for (const id of entry.shapes) this.#add(id);
      return this.#transform !== undefined;
    }
    if (entry.kind !== "transform") return false;
    if (isSameTransform(entry.transform, this.#transform)) return false;
    this.#transform = entry.transform;
    return true;
  }

  /** A newcomer may be told of the gesture before they have the board. */
  arrived(shapes: readonly ShapeId[]): void {
    for (const id of shapes) {
      const shape = this.#shapes.get(id);
      if (shape) shape.base ??= this.#options.shapeOf(id);
    }
  }

  *previews(): Iterable<Shape> {
    for (const id of this.#shapes.keys()) {
      const shape = this.#preview(id);
      if (shape) yield shape;
    }
  }

  *lifted(): Iterable<ShapeId> {
    if (this.#options.begin.copies) return;
    for (const id of this.#shapes.keys()) if (this.#preview(id)) yield id;
  }

  #add(id: ShapeId): void {
    if (this.#shapes.has(id)) return;
    this.#shapes.set(id, {
      base: this.#options.shapeOf(id),
      current: undefined,
      transform: undefined,
      preview: undefined,
    });
  }

  /** Undefined for a shape that was locked or deleted meanwhile. */
  #preview(id: ShapeId): Shape | undefined {
    const transform = this.#transform;
    const shape = this.#shapes.get(id);
    const current = this.#options.shapeOf(id);
    if (!transform || !shape?.base || !current || current.locked)
      return undefined;
    if (shape.current !== current || shape.transform !== transform) {
      shape.current = current;
      shape.transform = transform;
      shape.preview = {
        ...current,
        ...transformed(shape.base, transform),
        id: this.#shownId(id),
      };
    }
    return shape.preview;
  }

  #shownId(id: ShapeId): ShapeId {
    const { begin, key } = this.#options;
    return begin.copies ? asShapeId(`copy of ${id} in ${key}`) : id;
  }
}
