/** What went over the members' lines on one lane. */
export interface LaneCount {
  /** WebSocket frames, without the fragments of ws's own. */
  frames: number;
  /** With the frames' headers where the server has written them, without them where it was sent them. */
  bytes: number;
}

/** Why a member was given changes anew that were left out, lost or kept back. */
export type ResyncCause =
  /** Their line was too slow for a time. */
  | "slow"
  /** They sent changes that refer to others which the server has not got. */
  | "pending"
  /** They asked again: their board has come to differ, or they lack something. */
  | "asked";

/**
 * What the server counts of its members' sockets, all rooms together. Plain numbers that are added to, since the traffic is counted
 * for every member in every tick.
 */
export class Tally {
  readonly received = {
    reliable: { frames: 0, bytes: 0 } satisfies LaneCount,
    droppable: { frames: 0, bytes: 0 } satisfies LaneCount,
  };
  /** Those on the droppable lane are counted here as well. */
  readonly sent: LaneCount = { frames: 0, bytes: 0 };
  readonly sentDroppable: LaneCount = { frames: 0, bytes: 0 };
  /** Droppable frames that were left out for a member whose line was behind. */
  skippedFrames = 0;
  readonly resyncs: Record<ResyncCause, number> = {
    slow: 0,
    pending: 0,
    asked: 0,
  };
  readonly #refusals = new Map<string, number>();
  readonly #closes = new Map<string, CloseCount>();

  /** What was refused or warned of, by its stable code, and how often. */
  get refusals(): ReadonlyMap<string, number> {
    return this.#refusals;
  }

  /** The sockets that the server has closed. */
  get closes(): Iterable<CloseCount> {
    return this.#closes.values();
  }

  /** @param code A stable one: each is a number of its own for as long as the process lives. */
  refused(code: string): void {
    this.#refusals.set(code, (this.#refusals.get(code) ?? 0) + 1);
  }

  /** @param reason As `refused`: a stable code. */
  closed(code: number, reason: string): void {
    const key = `${code} ${reason}`;
    const known = this.#closes.get(key);
    if (known) known.times += 1;
    else this.#closes.set(key, { code, reason, times: 1 });
  }
}

export interface CloseCount {
  readonly code: number;
  readonly reason: string;
  times: number;
}
