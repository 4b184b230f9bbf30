import type { Dispose } from "@/core/base/disposable";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import type { Board } from "@/core/board/board";
import { DEFAULT_STROKE } from "@/core/shapes/palette";
import { Camera } from "./camera";
import { commands, type Command, type CommandId } from "./commands";
import type { GestureLane } from "./gesture-lane";
import type { Preview } from "./preview";
import { ShapeIndex } from "./shape-index";
import { ToolMachine } from "./tool-machine";
import type { PointerInput, ToolName, Tools, ToolState } from "./tool-state";

/** How new shapes look. */
export interface DrawingStyle {
  /** `#rrggbb`, as it looks in the light theme. */
  readonly stroke: string;
  /** Board units. */
  readonly strokeWidth: number;
}

export interface EditorOptions {
  readonly board: Board;
  readonly tools: Tools;
  readonly lane: GestureLane;
  readonly random: Random;
}

/** What one person does with one board: joins the board, the camera, the selection and the tool. Knows no DOM. */
export class Editor {
  readonly board: Board;
  readonly lane: GestureLane;
  readonly camera = new Camera();
  /** The board's shapes by place. */
  readonly shapes: ShapeIndex;
  /** Never holds a shape that is not on the board. */
  readonly selection = createStore<ReadonlySet<ShapeId>>(new Set());
  readonly style = createStore<DrawingStyle>({
    stroke: DEFAULT_STROKE,
    strokeWidth: 2,
  });
  /** What the gesture under way shows before it is an edit. */
  readonly preview = createStore<Preview | undefined>(undefined);
  readonly commands: readonly Command[] = commands;

  readonly #random: Random;
  readonly #tools: Tools;
  readonly #tool = createStore<ToolName>("draw");
  readonly #machine: ToolMachine;
  readonly #unobserve: Dispose;

  constructor({ board, tools, lane, random }: EditorOptions) {
    this.board = board;
    this.lane = lane;
    this.#random = random;
    this.#tools = tools;
    this.shapes = new ShapeIndex(board);
    this.#unobserve = this.shapes.observe(({ removed }) =>
      this.#deselect(removed),
    );
    this.#machine = new ToolMachine(() => tools.draw(this));
  }

  get tool(): Store<ToolName> {
    return this.#tool;
  }

  /** What the tool is doing. */
  get toolState(): Store<ToolState> {
    return this.#machine.state;
  }

  get isInGesture(): boolean {
    return this.#machine.isInGesture;
  }

  /** Gives up a gesture under way. */
  setTool(name: ToolName): void {
    if (name === this.#tool.get()) return;
    this.#machine.use(() => this.#tools[name](this));
    this.#tool.set(name);
  }

  /** Runs a command. Returns whether it applied. */
  run(id: CommandId): boolean {
    return commands.find((command) => command.id === id)?.run(this) ?? false;
  }

  pointerDown(input: PointerInput): void {
    this.#machine.handle((state) => state.onPointerDown?.(input));
  }

  /** Call it at most once a frame: it also tells the others where this person points. */
  pointerMove(input: PointerInput): void {
    this.lane.moveCursor(input.point);
    this.#machine.handle((state) => state.onPointerMove?.(input));
  }

  pointerUp(input: PointerInput): void {
    this.#machine.handle((state) => state.onPointerUp?.(input));
  }

  /** Gives up the gesture under way, which leaves nothing behind. Returns whether there was one. */
  cancelGesture(): boolean {
    return this.#machine.cancel();
  }

  /** Selects exactly these shapes; ids that are not on the board are left out. */
  select(ids: Iterable<ShapeId>): void {
    const present = [...ids].filter((id) => this.board.get(id) !== undefined);
    this.selection.set(new Set(present));
  }

  /** An id for a shape that is going to be made. */
  newShapeId(): ShapeId {
    return asShapeId(randomId(this.#random));
  }

  dispose(): void {
    this.cancelGesture();
    this.#unobserve();
    this.shapes.dispose();
  }

  #deselect(removed: Iterable<ShapeId>): void {
    const selected = new Set(this.selection.get());
    let hasChanged = false;
    for (const id of removed) hasChanged = selected.delete(id) || hasChanged;
    if (hasChanged) this.selection.set(selected);
  }
}
