import type { Clock } from "@/core/base/clock";
import type { Random } from "@/core/base/random";
import type { Log } from "../log";
import type { BoardStorage } from "../storage/board-storage";

/** What rooms need of the world around them. */
export interface RoomContext {
  readonly storage: BoardStorage;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}
