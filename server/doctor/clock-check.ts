import { inMinutes } from "../commands/sizes";
import { bad, type Finding, ok } from "./finding";

/** Before this program was written. */
const TOO_EARLY = Date.UTC(2025, 0, 1);
const TOLERANCE_MS = 60_000;

const CURE = "let the machine take its time from the network.";

/**
 * Whether the clock can be right. All times in milliseconds since 1970.
 *
 * @param lastChange When something was last drawn or said; 0 when nothing was.
 */
export function checkClock(now: number, lastChange: number): Finding {
  if (now < TOO_EARLY)
    return bad(`The clock says ${inMinutes(now)}, which is long ago: ${CURE}`);
  if (now + TOLERANCE_MS < lastChange)
    return bad(
      `The clock says ${inMinutes(now)}, but somebody has drawn at ${inMinutes(lastChange)}: ${CURE}`,
    );
  return ok(`It is ${inMinutes(now)}.`);
}
