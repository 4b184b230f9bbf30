import type { BoardPoint, ScreenPoint } from "@/core/geometry/point";
import type { Editor } from "./editor";

/** What a person points with. Fingers are wide and pens know pressure. */
export type PointerDevice = "mouse" | "pen" | "touch";

/** One place that the pointer went through. */
export interface PointerSample {
  readonly point: BoardPoint;
  readonly screen: ScreenPoint;
  /** 0 to 1; 0.5 where the device measures none. */
  readonly pressure: number;
  /** How a pen is held: degrees from upright along x and along y. Absent where the device cannot tell. */
  readonly tilt?: readonly [x: number, y: number];
}

/** What is held down on the keyboard. */
export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
}

export interface PointerInput extends PointerSample, Modifiers {
  readonly device: PointerDevice;
  /** Every place since the last input, oldest first; the last is the input's own. */
  readonly samples: readonly PointerSample[];
  /** Where it is expected next, the nearest first: to be shown until the next input, and never kept. Often none. */
  readonly predicted: readonly PointerSample[];
}

/** Where an input leads: nowhere, into another state, or back to the tool's idle state. */
export type Transition =
  | { readonly kind: "stay" }
  | { readonly kind: "goTo"; readonly state: ToolState }
  | { readonly kind: "idle" };

export const stay: Transition = { kind: "stay" };
export const backToIdle: Transition = { kind: "idle" };
export const goTo = (state: ToolState): Transition => ({ kind: "goTo", state });

/** The mouse pointer over the canvas, as CSS names it; `erase` is a ring of our own. */
export type ToolCursor =
  | "default"
  | "move"
  | "crosshair"
  | "text"
  | "grab"
  | "grabbing"
  | "none"
  | "copy"
  | "ns-resize"
  | "ew-resize"
  | "nesw-resize"
  | "nwse-resize"
  | "alias"
  | "erase";

/** One state of a tool. An input without a handler changes nothing. */
export interface ToolState {
  /** The tool and what it is doing: `draw.drawing`. */
  readonly id: `${string}.${string}`;
  readonly cursor: ToolCursor;
  enter?(): void;
  onPointerDown?(input: PointerInput): Transition;
  /** Runs at most once a frame, also while no button is pressed. */
  onPointerMove?(input: PointerInput): Transition;
  onPointerUp?(input: PointerInput): Transition;
  /** The second click of two in quick succession at one place, after its `onPointerUp`. */
  onDoubleClick?(input: PointerInput): Transition;
  /** Shift, Alt or Mod went down or up while the pointer rests. */
  onModifiers?(modifiers: Modifiers): Transition;
  /** A key went down that writes or runs a command, as `answer` does. Returns whether the state will call it, later and once. */
  onKey?(answer: () => void): boolean;
  /** The gesture is given up and leaves nothing behind. A state that has this handler is one of a gesture. */
  onCancel?(): Transition;
  /** Runs however the state is left. */
  exit?(): void;
}

/** A tool as the editor knows it. */
export interface ToolDefinition {
  readonly name: string;
  /** Its state while nothing is pressed. */
  idle(editor: Editor): ToolState;
  /** The kind of shape that it makes, whose styles can be chosen while it is in the hand. */
  readonly makes?: string;
  /** Whether it stays in the hand after it was used. Others go back to select, unless the person keeps them. */
  readonly staysInHand?: boolean;
  /** Whether it is of use on a board that must not be changed. */
  readonly changesNothing?: boolean;
}
