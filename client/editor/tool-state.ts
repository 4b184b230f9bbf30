import type { BoardPoint, ScreenPoint } from "@/core/geometry/point";
import type { Editor } from "./editor";

export type ToolName = "select" | "hand" | "draw";

/** What a person points with. Fingers are wide and pens know pressure. */
export type PointerDevice = "mouse" | "pen" | "touch";

/** One place that the pointer went through. */
export interface PointerSample {
  readonly point: BoardPoint;
  readonly screen: ScreenPoint;
  /** 0 to 1; 0.5 where the device measures none. */
  readonly pressure: number;
}

export interface PointerInput extends PointerSample {
  readonly device: PointerDevice;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
  /** Every place since the last input, oldest first; the last is the input's own. */
  readonly samples: readonly PointerSample[];
}

/** Where an input leads: nowhere, into another state, or back to the tool's idle state. */
export type Transition =
  | { readonly kind: "stay" }
  | { readonly kind: "goTo"; readonly state: ToolState }
  | { readonly kind: "idle" };

export const stay: Transition = { kind: "stay" };
export const backToIdle: Transition = { kind: "idle" };
export const goTo = (state: ToolState): Transition => ({ kind: "goTo", state });

/** The mouse pointer over the canvas, as CSS names it. */
export type ToolCursor = "default" | "crosshair" | "grab" | "grabbing";

/** One state of a tool. An input without a handler changes nothing. */
export interface ToolState {
  /** The tool and what it is doing: `draw.drawing`. */
  readonly id: `${ToolName}.${string}`;
  readonly cursor: ToolCursor;
  enter?(): void;
  onPointerDown?(input: PointerInput): Transition;
  /** Runs at most once a frame, also while no button is pressed. */
  onPointerMove?(input: PointerInput): Transition;
  onPointerUp?(input: PointerInput): Transition;
  /** The gesture is given up and leaves nothing behind. A state that has this handler is one of a gesture. */
  onCancel?(): Transition;
  /** Runs however the state is left. */
  exit?(): void;
}

/** The tools that an editor is made with: each gives its idle state. */
export type Tools = Readonly<Record<ToolName, (editor: Editor) => ToolState>>;
