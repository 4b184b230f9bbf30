import { useEffect, useState } from "react";
import { type Arrival, arrivalIn } from "@/client/access/arrival";
import type { Answer } from "@/client/access/access-api";
import type { BoardId } from "@/core/base/ids";

/**
 * Where somebody stands who has come by a link that brings more than the room's name.
 *
 * ```
 * asking --> busy --> over
 *   |         +--> failed --> over
 *   +-- declined ----------> over
 * ```
 */
export type ArrivalState =
  | { readonly step: "over" }
  /** Whether this browser is to be somebody else from now on. */
  | { readonly step: "asking"; readonly arrival: Arrival }
  | { readonly step: "busy"; readonly arrival: Arrival }
  | {
      readonly step: "failed";
      readonly arrival: Arrival;
      readonly answer: Exclude<Answer, "done">;
    };

const OVER: ArrivalState = { step: "over" };

export interface ArrivalSteps {
  readonly state: ArrivalState;
  /** Goes on with what was asked, or tries again. */
  readonly accept: () => void;
  /** Goes on without. */
  readonly decline: () => void;
}

/** Takes an invite, or, once that was agreed to, the person of another device, before the board is opened. */
export function useArrival(room: BoardId): ArrivalSteps {
  const [state, setState] = useState(begin);
  const busy = state.step === "busy" ? state.arrival : undefined;
  useEffect(() => {
    if (!busy) return;
    let isLeft = false;
    const end = (answer: Answer) => {
      if (isLeft) return;
      if (answer !== "done")
        return setState({ step: "failed", arrival: busy, answer });
      // The page was made for somebody else.
      if (busy.kind === "device") window.location.reload();
      else setState(OVER);
    };
    import("./arrive")
      .then(({ arrive }) => arrive(room, busy))
      .then(end, () => end("failed"));
    return () => {
      isLeft = true;
    };
  }, [room, busy]);

  return {
    state,
    accept: () =>
      setState((now) =>
        now.step === "asking" || now.step === "failed"
          ? { step: "busy", arrival: now.arrival }
          : now,
      ),
    decline: () => {
      void import("./arrive").then(({ forgetArrival }) => forgetArrival());
      setState(OVER);
    },
  };
}

/** An invite is taken at once; to become somebody else is asked about, since whoever made the link could have sent it to anybody. */
function begin(): ArrivalState {
  const arrival = arrivalIn(window.location.hash);
  if (!arrival) return OVER;
  return { step: arrival.kind === "device" ? "asking" : "busy", arrival };
}
