import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { asShapeId, type ShapeId, type UserId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import type { Board } from "@/core/board/board";
import type { Box } from "@/core/geometry/box";
import type { Guide } from "@/core/geometry/guide";
import type { BoardPoint, ScreenPoint } from "@/core/geometry/point";
import type { GestureLane } from "@/core/protocol/gesture-lane";
import type { SelectionFrame } from "@/core/shapes/selection-frame";
import type { Shape } from "@/core/shapes/shape";
import { Camera } from "./camera";
import type { ClipboardPort } from "./clipboard-port";
import type { Command } from "./command";
import type { CompanyPort } from "./company-port";
import type { Preview } from "./preview";
import { Selection } from "./selection/selection";
import { ShownSelection } from "./selection/shown-selection";
import { ShapeIndex } from "./shape-index";
import { StyleMemory } from "./styles/style-memory";
import { ToolMachine } from "./tool-machine";
import type {
  Modifiers,
  PointerInput,
  ToolDefinition,
  ToolState,
} from "./tool-state";
import { Typing } from "./typing/typing";

export interface EditorOptions {
  readonly board: Board;
  /** Every tool there is; the editor begins with the one called `firstTool`. */
  readonly tools: readonly ToolDefinition[];
  readonly firstTool: string;
  readonly commands: readonly Command[];
  readonly lane: GestureLane;
  readonly random: Random;
  readonly clock: Clock;
}

/** A part of the interface that lies over the board while it is asked for. */
export type OpenPanel = "palette" | "help" | "reactions";

/** A way of a laser pointer, which fades. */
export interface LaserTrail {
  readonly colour: string;
  readonly points: readonly (BoardPoint & { readonly time: number })[];
}

/** What one person does with one board: joins the board, the camera, the selection and the tool. Knows no DOM. */
export class Editor {
  readonly board: Board;
  readonly lane: GestureLane;
  readonly clock: Clock;
  readonly camera = new Camera();
  /** The board's shapes by place. */
  readonly shapes: ShapeIndex;
  readonly styles = new StyleMemory();
  readonly commands: readonly Command[];
  readonly tools: readonly ToolDefinition[];
  /** The text that is being edited. */
  readonly typing: Typing;
  /** What the gesture under way shows before it is an edit. */
  readonly preview = createStore<Preview | undefined>(undefined);
  readonly marquee = createStore<Box | undefined>(undefined);
  readonly guides = createStore<readonly Guide[]>([]);
  readonly laser = createStore<LaserTrail | undefined>(undefined);
  /** Whether a tool stays in the hand after it was used. */
  readonly keepsTool = createStore(false);
  readonly isGridShown = createStore(true);
  readonly snapsToGrid = createStore(false);
  readonly snapsToShapes = createStore(true);
  readonly openPanel = createStore<OpenPanel | undefined>(undefined);
  /** Where this person's pointer was last over the board; undefined once it has left. */
  readonly pointer = createStore<ScreenPoint | undefined>(undefined);
  /** Whether the screen is mostly touched: then handles are larger. */
  readonly hasCoarsePointer = createStore(false);
  /** Where the context menu is open. */
  readonly contextMenu = createStore<ScreenPoint | undefined>(undefined);
  /** Whether the person wants to see nothing but the board. */
  readonly isInterfaceHidden = createStore(false);
  /** Whether this person has something to say. */
  readonly isHandRaised = createStore(false);
  /** Whose view this person's follows. */
  readonly following = createStore<UserId | undefined>(undefined);
  /** Whether this person may say something to the others, and point things out to them. Set from outside. */
  readonly maySay = createStore(true);
  readonly maySignal = createStore(true);
  /** Whether this person does not want to see the others move. */
  readonly isCalm = createStore(false);
  /** The others; undefined on a board that nobody else sees. The composition root puts them here. */
  company: CompanyPort | undefined;
  /** Where shapes are copied to; the composition root puts the system's here. */
  clipboard: ClipboardPort | undefined;
  /** Shows a place to everybody on the board; says false while there is no line. Undefined where nobody else is. */
  pointOut: ((at: BoardPoint) => boolean) | undefined;

  readonly #random: Random;
  readonly #tool;
  readonly #machine: ToolMachine;
  readonly #selection: Selection;
  readonly #shownSelection: ShownSelection;
  readonly #ends = new Disposables();

  constructor(options: EditorOptions) {
    const { board, tools, commands, lane, random, clock } = options;
    this.board = board;
    this.tools = tools;
    this.commands = commands;
    this.lane = lane;
    this.clock = clock;
    this.#random = random;
    this.shapes = new ShapeIndex(board);
    this.#ends.add(() => this.shapes.dispose());
    this.#selection = new Selection(board, this.shapes);
    this.#ends.add(() => this.#selection.dispose());
    this.#shownSelection = new ShownSelection(
      () => this.#selection.drawn(),
      this.preview,
    );
    this.typing = new Typing(this);
    this.#ends.add(() => this.typing.dispose());
    this.#tool = createStore(this.#definition(options.firstTool).name);
    this.#machine = new ToolMachine(() => this.toolDefinition.idle(this));
  }

  /** What is selected: shapes and groups that are on the board. */
  get selection(): Store<ReadonlySet<ShapeId>> {
    return this.#selection.ids;
  }

  /** The group whose members are selected one by one; undefined outside of all. */
  get enteredGroup(): Store<ShapeId | undefined> {
    return this.#selection.enteredGroup;
  }

  /** The shape whose text is being edited. */
  get typingIn(): Store<ShapeId | undefined> {
    return this.typing.shape;
  }

  /** The name of the tool in the hand. */
  get tool(): Store<string> {
    return this.#tool;
  }

  get toolDefinition(): ToolDefinition {
    return this.#definition(this.#tool.get());
  }

  /** What the tool is doing. */
  get toolState(): Store<ToolState> {
    return this.#machine.state;
  }

  get isInGesture(): boolean {
    return this.#machine.isInGesture;
  }

  /** Gives up a gesture under way. Throws a RangeError when there is no such tool. */
  setTool(name: string): void {
    const tool = this.#definition(name);
    if (name === this.#tool.get()) return;
    this.typing.stop();
    this.#tool.set(name);
    this.#machine.use(() => tool.idle(this));
  }

  /** Gives up a gesture under way and puts the tool that is in the hand into its idle state. */
  takeToolAnew(): void {
    this.#machine.use(() => this.toolDefinition.idle(this));
  }

  /** Called when a tool has done what it is for: goes back to select, unless the tool stays in the hand. */
  toolUsed(): void {
    if (!this.toolDefinition.staysInHand && !this.keepsTool.get())
      this.setTool("select");
  }

  /** Runs a command. Returns whether it applied. */
  run(id: string): boolean {
    // What is done in between is no part of what is typed.
    this.typing.endBurst();
    const found = this.commands.find((command) => command.id === id);
    return found?.run(this) ?? false;
  }

  pointerDown(input: PointerInput): void {
    this.typing.stop();
    this.contextMenu.set(undefined);
    this.#machine.handle((state) => state.onPointerDown?.(input));
  }

  /** Call it at most once a frame: it also tells the others where this person points. */
  pointerMove(input: PointerInput): void {
    this.pointer.set(input.screen);
    this.lane.moveCursor(input.point);
    this.#machine.handle((state) => state.onPointerMove?.(input));
  }

  pointerUp(input: PointerInput): void {
    this.#machine.handle((state) => state.onPointerUp?.(input));
  }

  doubleClick(input: PointerInput): void {
    this.#machine.handle((state) => state.onDoubleClick?.(input));
  }

  changeModifiers(modifiers: Modifiers): void {
    this.#machine.handle((state) => state.onModifiers?.(modifiers));
  }

  /** Gives up the gesture under way, which leaves nothing behind. Returns whether there was one. */
  cancelGesture(): boolean {
    return this.#machine.cancel();
  }

  /** Gives up whatever is under way, and takes the tool that changes nothing by itself. */
  letGo(): void {
    this.cancelGesture();
    this.typing.stop();
    this.setTool("select");
  }

  /** Selects exactly these shapes and groups; ids that are not on the board are left out. */
  select(ids: Iterable<ShapeId>): void {
    this.#selection.set(ids);
  }

  /** What a press on `shape` selects: the outermost group it is in, or inside an entered group that group's member. */
  selectableFor(shape: ShapeId): ShapeId {
    return this.#selection.selectableFor(shape);
  }

  enterGroup(id: ShapeId | undefined): void {
    this.#selection.enter(id);
  }

  /** What is selected and drawn, as the preview shows it: the members of groups for themselves, a frame without what it holds. */
  selectedShapes(): readonly Shape[] {
    return this.#shownSelection.shapes();
  }

  selectionFrame(): SelectionFrame | undefined {
    return this.#shownSelection.frame();
  }

  /** What is selected and may be changed: drawn, and not locked. Empty on a read-only board. */
  changeableShapes(): readonly Shape[] {
    if (this.board.readOnly) return [];
    return this.#selection.drawn().filter(({ locked }) => !locked);
  }

  /** An id for a shape that is going to be made. */
  newShapeId(): ShapeId {
    return asShapeId(randomId(this.#random));
  }

  get random(): Random {
    return this.#random;
  }

  dispose(): void {
    this.cancelGesture();
    this.#ends.dispose();
  }

  #definition(name: string): ToolDefinition {
    const found = this.tools.find((tool) => tool.name === name);
    if (!found) throw new RangeError(`There is no tool "${name}".`);
    return found;
  }
}
