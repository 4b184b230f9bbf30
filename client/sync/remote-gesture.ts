import type { ShapeId } from "@/core/base/ids";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";
import type { Shape } from "@/core/shapes/shape";
import type { LaserTrail } from "./remote-laser";
import type { TypingPlace } from "./remote-typing";

/** Somebody else's gesture that is under way: what is known of it, and what it shows. What a kind of gesture has not, it does not show. */
export interface RemoteGesture {
  /** How long it is shown without another word of it; milliseconds. */
  readonly patience: number;
  /** Whether it is shown after its end for as long as without another word. */
  readonly outlastsEnd?: boolean;
  /** The shape that it is going to make. With the shape on the board, it is over. */
  readonly makes?: ShapeId;
  /** Takes a further word of it; one that does not fit it is passed over. Says whether it looks different now. */
  receive(entry: LiveBegin | LiveUpdate): boolean;
  /** These shapes have come onto the board. */
  arrived?(shapes: readonly ShapeId[]): void;
  /** Each the same object as long as it looks the same. */
  previews?(): Iterable<Shape>;
  /** Shapes of the board that `previews` shows elsewhere. */
  lifted?(): Iterable<ShapeId>;
  /** Shapes of the board that it is going to delete. */
  faded?(): Iterable<ShapeId>;
  laser?(): LaserTrail;
  typing?(): TypingPlace | undefined;
}
