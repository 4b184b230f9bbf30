import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";

/** A gesture of this person on its way to the others. */
export interface OutgoingGesture {
  /** What announces it. */
  readonly begins: readonly LiveBegin[];
  /** What the others have not been told of it yet. They have been, afterwards. */
  takeUpdates(): LiveUpdate[];
  /** There are others now who have been told nothing. */
  restart(): void;
  /** Nothing may have happened for long: makes the next updates show that the gesture goes on. */
  repeat(): void;
  /** What is still worth telling at its end, for a gesture that no commit follows. */
  lastUpdates?(): LiveUpdate[];
}
