import type { Clock } from "@/core/base/clock";
import type { BoardPoint } from "@/core/geometry/point";
import { LASER_TRAIL_MS } from "@/core/protocol/limits";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";
import type { RemoteGesture } from "./remote-gesture";

/** The way of somebody's laser pointer, which fades. */
export interface LaserTrail {
  /** `#rrggbb` */
  readonly colour: string;
  /** Oldest first. Grows in place, and loses what has faded. */
  readonly points: readonly LaserPoint[];
}

export interface LaserPoint extends BoardPoint {
  /** When it came, by this page's clock. */
  readonly time: number;
}

export class RemoteLaser implements RemoteGesture {
  readonly patience = LASER_TRAIL_MS;
  readonly outlastsEnd = true;
  readonly #clock: Clock;
  readonly #points: LaserPoint[] = [];
  readonly #trail: LaserTrail;

  constructor(clock: Clock, colour: string) {
    this.#clock = clock;
    this.#trail = { colour, points: this.#points };
  }

  receive(entry: LiveBegin | LiveUpdate): boolean {
    if (entry.kind !== "laser") return false;
    const time = this.#clock.now();
    const firstSeen = this.#points.findIndex(
      (point) => point.time > time - LASER_TRAIL_MS,
    );
    const faded = firstSeen === -1 ? this.#points.length : firstSeen;
    this.#points.splice(0, faded);
    for (const { x, y } of entry.points) this.#points.push({ x, y, time });
    return true;
  }

  /** The same object each time. */
  laser(): LaserTrail {
    return this.#trail;
  }
}
