import { ShapeIndex } from "@/client/editor/shape-index";
import type { LaserTrail } from "@/client/renderer/remote-presence";
import type {
  Scene,
  ScenePreview,
  SettledShapes,
} from "@/client/renderer/scene";
import type { ShapeId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import type { NewShape } from "@/core/board/draft";
import { overlaps, unionOf, type Box } from "@/core/geometry/box";
import type { Guide } from "@/core/geometry/guide";
import { paintBox } from "@/core/shapes/placed-shape";
import {
  selectionFrameOf,
  type SelectionFrame,
} from "@/core/shapes/selection-frame";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import { BoardPerson } from "../../../support/board-person";

/** A board, and what one person does on it, as a test says. */
export class FakeScene implements Scene {
  readonly ada = new BoardPerson("ada");
  readonly preview = createStore<ScenePreview | undefined>(undefined);
  readonly selection = createStore<ReadonlySet<ShapeId>>(new Set());
  readonly typingIn = createStore<ShapeId | undefined>(undefined);
  readonly marquee = createStore<Box | undefined>(undefined);
  readonly guides = createStore<readonly Guide[]>([]);
  readonly laser = createStore<LaserTrail | undefined>(undefined);
  readonly isGridShown = createStore(true);
  readonly isCalm = createStore(false);
  readonly #index = new ShapeIndex(this.ada.board);

  readonly shapes: SettledShapes = {
    shapesIn: (box) =>
      this.#board.inOrder().filter((shape) => overlaps(paintBox(shape), box)),
    inOrder: (ids) => {
      const wanted = new Set(ids);
      return this.#board.inOrder().filter(({ id }) => wanted.has(id));
    },
    get: (id) => this.#board.get(id),
    framesOf: (id) => {
      const frames: Shape[] = [];
      let parent = this.#board.parentOf(id);
      for (; parent; parent = this.#board.parentOf(parent.id))
        if (kindOf(parent).holds === "frame") frames.push(parent);
      return frames;
    },
    remeasure: () => {},
    bounds: () => this.#board.inOrder().map(paintBox).reduce(unionOf),
    observe: (listener) => this.#board.observe(listener),
    onDamage: (listener) => this.#index.onDamage(listener),
  };

  get #board() {
    return this.ada.board;
  }

  selectedShapes(): readonly Shape[] {
    const drawn = [...this.selection.get()].flatMap((id) =>
      this.#board.drawnBy(id),
    );
    const shown = this.preview.get()?.shapes ?? [];
    return drawn.map(
      (shape) => shown.find(({ id }) => id === shape.id) ?? shape,
    );
  }

  selectionFrame(): SelectionFrame | undefined {
    return selectionFrameOf(this.selectedShapes());
  }

  add(shape: NewShape): ShapeId {
    return this.ada.add(shape);
  }

  /** A filled rectangle of 100 x 100. */
  addSquare(x: number, y: number, more: Partial<NewShape> = {}): ShapeId {
    return this.add({ ...squareAt(x, y), ...more });
  }

  get(id: ShapeId): Shape {
    return this.#board.get(id)!;
  }

  select(...ids: readonly ShapeId[]): void {
    this.selection.set(new Set(ids));
  }

  /** Shows shapes of the board moved, as a gesture would. */
  drag(
    by: { readonly x: number; readonly y: number },
    ...ids: ShapeId[]
  ): void {
    const lifted = this.preview.get()?.lifted ?? new Set(ids);
    const shapes = ids.map((id) => {
      const shape = this.get(id);
      const at = { x: shape.at.x + by.x, y: shape.at.y + by.y };
      return { ...shape, at };
    });
    this.preview.set({ lifted, faded: new Set(), shapes, movedBy: by });
  }

  /** Shows shapes that are not on the board yet. */
  draw(...shapes: readonly Shape[]): void {
    this.preview.set({ lifted: new Set(), faded: new Set(), shapes });
  }
}

export const squareAt = (x: number, y: number) =>
  ({
    kind: "rectangle",
    at: { x, y },
    size: { width: 100, height: 100 },
    fill: "#a5d8ff",
  }) as const satisfies NewShape;

export const frameAt = (x: number, y: number, width = 200, height = 200) =>
  ({
    kind: "frame",
    at: { x, y },
    size: { width, height },
  }) as const satisfies NewShape;
