import type { Clock } from "@/core/base/clock";
import type { Random } from "@/core/base/random";
import type { Log } from "../log";
import type { Tally } from "../metrics/tally";
import type { Notifier } from "../notifications/notifier";
import type { BoardStorage } from "../storage/board-storage";
import type { CountFeed } from "./count-feed";
import type { UpdateCutter } from "./slices/update-cutter";

/** What rooms need of the world around them. */
export interface RoomContext {
  readonly storage: BoardStorage;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly notifier: Notifier;
  /** Hears how many people are in each room. */
  readonly counts: CountFeed;
  readonly cutter: UpdateCutter;
  /** Of the whole server. */
  readonly tally: Tally;
}
