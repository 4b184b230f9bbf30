import * as Y from "yjs";
import { expect } from "vitest";
import { allCommands } from "@/client/editor/commands/all-commands";
import { Editor, type EditorOptions } from "@/client/editor/editor";
import { KeyRouter } from "@/client/editor/input/key-router";
import type { PointerContact } from "@/client/editor/input/pointer-contact";
import { PointerRouter } from "@/client/editor/input/pointer-router";
import { applyWheel, type WheelInput } from "@/client/editor/input/wheel-step";
import { tools } from "@/client/tools/tools";
import { asUserId, type ShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import type { Draft, NewShape } from "@/core/board/draft";
import { screenPoint, type ScreenPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";
import { FakeClock } from "./fake-clock";
import { RecordingLane } from "./recording-lane";

type ContactOptions = Partial<Omit<PointerContact, "samples">> & {
  readonly pressure?: number;
};

/** A rectangle is hit on its fill, so that tests need not aim at an outline. */
const FILL = "#a5d8ff";

/** An editor without a browser: a window of 1280 x 800 at 100 %, the pen in the hand, and somebody else on the same board. */
export class TestEditor {
  readonly clock = new FakeClock();
  readonly lane = new RecordingLane();
  readonly board: Board;
  readonly editor: Editor;
  readonly pointers: PointerRouter;
  readonly keys: KeyRouter;
  /** What has the keyboard's focus. */
  focus: EventTarget | null = null;
  readonly #other: Board;
  readonly #down = new Map<number, PointerContact>();

  /** `more` comes besides what the product has. */
  constructor(more: Partial<Pick<EditorOptions, "tools" | "commands">> = {}) {
    this.board = this.#boardOf("ada", 1);
    this.#other = this.#boardOf("ben", 2);
    this.editor = new Editor({
      board: this.board,
      tools: [...(more.tools ?? []), ...tools],
      firstTool: "draw",
      commands: [...allCommands, ...(more.commands ?? [])],
      lane: this.lane,
      random: seededRandom(3),
      clock: this.clock,
    });
    this.editor.camera.setViewport({ width: 1280, height: 800 });
    this.pointers = new PointerRouter(this.editor, this.clock);
    this.keys = new KeyRouter(this.editor, this.pointers);
  }

  pointerDown(x: number, y: number, options: ContactOptions = {}): this {
    const contact = contactAt(x, y, this.clock.now(), options);
    this.#down.set(contact.id, contact);
    this.pointers.down(contact);
    return this;
  }

  pointerMove(x: number, y: number, options: ContactOptions = {}): this {
    const before = this.#down.get(options.id ?? 1);
    const contact = contactAt(x, y, this.clock.now(), {
      ...before,
      time: this.clock.now(),
      predicted: [],
      ...options,
    });
    if (before) this.#down.set(contact.id, contact);
    this.pointers.move(contact);
    return this;
  }

  /** Moves through several places within one frame. */
  sweep(
    places: readonly (readonly [number, number])[],
    options: ContactOptions = {},
  ): this {
    const contacts = places.map(([x, y]) =>
      contactAt(x, y, this.clock.now(), options),
    );
    const samples = contacts.flatMap((contact) => contact.samples);
    const contact = { ...contacts.at(-1)!, samples };
    this.#down.set(contact.id, { ...contact, samples: samples.slice(-1) });
    this.pointers.move(contact);
    return this;
  }

  /** Lifts a contact where it was last. */
  pointerUp(options: Partial<PointerContact> = {}): this {
    const contact = this.#down.get(options.id ?? 1);
    if (!contact) throw new Error("Nothing is down that could be lifted.");
    this.#down.delete(contact.id);
    this.pointers.up({ ...contact, time: this.clock.now(), ...options });
    return this;
  }

  click(x: number, y: number, options: ContactOptions = {}): this {
    return this.pointerDown(x, y, options).pointerUp(options);
  }

  /** Presses at the first place, goes through the others, one a frame, and lifts at the last. */
  drag(
    places: readonly (readonly [number, number])[],
    options: ContactOptions = {},
  ): this {
    const [[startX, startY] = [0, 0], ...rest] = places;
    this.pointerDown(startX, startY, options);
    for (const [x, y] of rest) this.pointerMove(x, y, options);
    return this.pointerUp(options);
  }

  /** Presses keys such as `Mod+Shift+Z`. Returns whether the browser was kept from answering them. */
  key(keys: string): boolean {
    const [key = "", ...parts] = keys.split(/\+(?=.)/).reverse();
    let defaultPrevented = false;
    this.keys.down({
      key,
      code: key === " " ? "Space" : "",
      ctrlKey: parts.includes("Mod"),
      metaKey: false,
      shiftKey: parts.includes("Shift"),
      altKey: parts.includes("Alt"),
      target: this.focus,
      isComposing: false,
      defaultPrevented,
      preventDefault: () => (defaultPrevented = true),
    });
    return defaultPrevented;
  }

  /** Lets go of a key. */
  keyUp(key: string): this {
    this.keys.up({
      key,
      code: key === " " ? "Space" : "",
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      altKey: false,
    });
    return this;
  }

  wheel(turn: Partial<WheelInput>, at: ScreenPoint = screenPoint(0, 0)): this {
    applyWheel(this.editor.camera, { ...STILL_WHEEL, ...turn }, at);
    return this;
  }

  /** Two clicks in quick succession. */
  doubleClick(x: number, y: number, options: ContactOptions = {}): this {
    return this.click(x, y, options).click(x, y, options);
  }

  /** Holds or lets go of a modifier key while the pointer rests. */
  modifier(name: "Shift" | "Alt" | "Control", isDown: boolean): this {
    const event = {
      key: name,
      code: "",
      ctrlKey: name === "Control" && isDown,
      metaKey: false,
      shiftKey: name === "Shift" && isDown,
      altKey: name === "Alt" && isDown,
      target: this.focus,
      isComposing: false,
      defaultPrevented: false,
      preventDefault: () => {},
    };
    if (isDown) this.keys.down(event);
    else this.keys.up(event);
    return this;
  }

  /** Puts a shape on the board, as this person's edit. */
  add(shape: NewShape): ShapeId {
    let id: ShapeId | undefined;
    this.board.change("test", (draft) => (id = draft.add(shape)));
    return id!;
  }

  get selected(): readonly ShapeId[] {
    return [...this.editor.selection.get()];
  }

  /** Puts a filled rectangle of 100 x 100 on the board, as this person's edit. */
  addSquare(x: number, y: number): ShapeId {
    return this.add(squareAt(x, y));
  }

  /** Lets the other person edit the board, and this person hear of it. */
  byOther(edit: (draft: Draft) => void): this {
    exchange(this.board.doc, this.#other.doc);
    this.#other.change("test", edit);
    exchange(this.#other.doc, this.board.doc);
    return this;
  }

  /** Selects exactly these, with the tool that does. */
  select(...ids: readonly ShapeId[]): this {
    this.editor.setTool("select");
    this.editor.select(ids);
    return this;
  }

  /** The only shape that is drawn. */
  get single(): Shape {
    const shapes = this.board.inOrder();
    expect(shapes).toHaveLength(1);
    return shapes[0]!;
  }

  /** Expects that no gesture has left anything: on the screen, with the others, or under way. */
  expectNothingUnderWay(): this {
    const { editor, lane } = this;
    expect(editor.isInGesture).toBe(false);
    expect(editor.preview.get()).toBeUndefined();
    expect(editor.marquee.get()).toBeUndefined();
    expect(editor.guides.get()).toEqual([]);
    expect(lane.underWay).toBe(0);
    return this;
  }

  expectToBeIn(state: string): this {
    expect(this.editor.toolState.get().id).toBe(state);
    return this;
  }

  #boardOf(user: string, seed: number): Board {
    const { clock } = this;
    const random = seededRandom(seed);
    return new Board(new Y.Doc(), { user: asUserId(user), clock, random });
  }
}

const STILL_WHEEL: WheelInput = {
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
};

export const squareAt = (x: number, y: number): NewShape => ({
  kind: "rectangle",
  at: { x, y },
  size: { width: 100, height: 100 },
  fill: FILL,
  text: "",
});

function exchange(from: Y.Doc, to: Y.Doc): void {
  const update = Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));
  Y.applyUpdate(to, update, "remote");
}

function contactAt(
  x: number,
  y: number,
  time: number,
  { pressure = 0.5, ...options }: ContactOptions,
): PointerContact {
  return {
    id: 1,
    device: "mouse",
    button: "main",
    shift: false,
    alt: false,
    mod: false,
    time,
    predicted: [],
    ...options,
    samples: [{ screen: screenPoint(x, y), pressure }],
  };
}
