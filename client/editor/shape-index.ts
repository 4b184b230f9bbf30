import RBush from "rbush";
import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Board } from "@/core/board/board";
import type { BoardChange } from "@/core/board/board-change";
import { containsPoint, expand, type Box } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import { hits, paintBox, toOwn } from "@/core/shapes/placed-shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Shape } from "@/core/shapes/shape";

/** From so many new shapes on, the picture is painted anew as a whole, a little in each frame, and not mended for each of them at once. */
const MANY_ADDED = 100;

interface Entry extends Box {
  readonly shape: Shape;
  /** Its place in the drawing order; only good while `#ranksAreFresh`. */
  rank: number;
}

/** Finds what is drawn on the board by place: all shapes but groups. Follows the board change by change; it is never built anew. */
export class ShapeIndex {
  readonly #board: Board;
  readonly #tree = new RBush<Entry>();
  readonly #entries = new Map<ShapeId, Entry>();
  readonly #listeners = new Listeners<BoardChange>();
  readonly #damage = new Listeners<readonly Box[] | "everywhere">();
  readonly #unobserve: Dispose;
  #ranksAreFresh = false;
  #revision = 0;

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

  /** Another number after each change. */
  get revision(): number {
    return this.#revision;
  }

  get(id: ShapeId): Shape | undefined {
    return this.#entries.get(id)?.shape;
  }

  /** The box that holds every shape; undefined on an empty board. */
  bounds(): Box | undefined {
    if (this.#entries.size === 0) return undefined;
    // The tree's root knows.
    const { minX, minY, maxX, maxY } = this.#tree.toJSON() as Box;
    return { minX, minY, maxX, maxY };
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

  /**
   * The shape that a pointer at `point` means; the topmost where several do. `tolerance` in board units.
   *
   * @param isMeant Which shapes may be meant at all.
   */
  topmostAt(
    point: BoardPoint,
    tolerance: number,
    isMeant: (shape: Shape) => boolean = () => true,
  ): Shape | undefined {
    return this.#search(around(point, tolerance))
      .reverse()
      .find(
        ({ shape }) =>
          isMeant(shape) &&
          hits(shape, point, tolerance) &&
          this.#isSeenAt(shape.id, point),
      )?.shape;
  }

  /** The topmost frame that `point` lies in. `isMeant` as above. */
  frameAt(
    point: BoardPoint,
    isMeant: (frame: Shape) => boolean = () => true,
  ): Shape | undefined {
    return this.#search(around(point, 0))
      .reverse()
      .find(
        ({ shape }) =>
          kindOf(shape).holds === "frame" &&
          isMeant(shape) &&
          isInside(shape, point) &&
          this.#isSeenAt(shape.id, point),
      )?.shape;
  }

  /** The frames that a shape is seen within, the innermost first. */
  framesOf(id: ShapeId): readonly Shape[] {
    const frames: Shape[] = [];
    if (this.get(id)?.parent === undefined) return frames;
    let parent = this.#board.parentOf(id);
    for (; parent; parent = this.#board.parentOf(parent.id))
      if (kindOf(parent).holds === "frame") frames.push(parent);
    return frames;
  }

  /** Measures all texts again: a font has arrived. */
  remeasure(): void {
    const texts = [...this.#entries.values()].filter(
      ({ shape }) => kindOf(shape).resizing === "text",
    );
    this.#revision += 1;
    this.#tree.load(texts.map(({ shape }) => this.#replace(shape)));
    this.#damage.emit("everywhere");
  }

  /** Calls `listener` after each change of the board, once the index knows of it. */
  observe(listener: (change: BoardChange) => void): Dispose {
    return this.#listeners.add(listener);
  }

  /** Calls `listener` after each change of the board with the boxes that are to be painted again. */
  onDamage(listener: (damage: readonly Box[] | "everywhere") => void): Dispose {
    return this.#damage.add(listener);
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
    const damaged: Box[] = [];
    // What a frame or a group held is seen in other places and in another order from now on.
    let isEverywhere = change.added.length >= MANY_ADDED;
    for (const id of change.removed) {
      const gone = this.#remove(id);
      if (gone) damaged.push(gone);
      if (!gone || kindOf(gone.shape).holds) {
        this.#ranksAreFresh = false;
        isEverywhere = true;
      }
    }
    const entries: Entry[] = [];
    for (const id of [...change.added, ...change.updated]) {
      const shape = this.#board.get(id);
      if (!shape) continue;
      if (kindOf(shape).holds) {
        for (const member of this.#board.drawnBy(id))
          damaged.push(paintBox(member));
        if (!isDrawn(shape)) this.#ranksAreFresh = false;
      }
      if (!isDrawn(shape)) continue;
      const before = this.#entries.get(id);
      if (before) damaged.push(before);
      const entry = this.#replace(shape);
      damaged.push(entry);
      entries.push(entry);
    }
    this.#tree.load(entries);
    this.#revision += 1;
    this.#damage.emit(isEverywhere ? "everywhere" : damaged);
    this.#listeners.emit(change);
  }

  #replace(shape: Shape): Entry {
    const before = this.#remove(shape.id);
    const entry = entryOf(shape);
    const isInPlace =
      before?.shape.index === shape.index &&
      before.shape.parent === shape.parent;
    if (isInPlace) entry.rank = before.rank;
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

  /** Whether a shape's frames let it be seen at `point`. */
  #isSeenAt(id: ShapeId, point: BoardPoint): boolean {
    return this.framesOf(id).every((frame) => isInside(frame, point));
  }
}

const isDrawn = (shape: Shape) => kindOf(shape).holds !== "group";

const isInside = (frame: Shape, point: BoardPoint) =>
  containsPoint(kindOf(frame).box(frame), toOwn(frame, point));

const around = ({ x, y }: BoardPoint, margin: number): Box =>
  expand({ minX: x, minY: y, maxX: x, maxY: y }, margin);

function entryOf(shape: Shape): Entry {
  const { minX, minY, maxX, maxY } = paintBox(shape);
  return { minX, minY, maxX, maxY, shape, rank: 0 };
}
