import { distance, type ScreenPoint } from "@/core/geometry/point";
import type { PointerDevice } from "../tool-state";

/** Between the first press and the second; milliseconds. */
const MAX_PAUSE_MS = 400;
/** CSS pixels between the places of the two, and from the press of one to its lifting. */
const MAX_WAY: Readonly<Record<PointerDevice, number>> = {
  mouse: 5,
  pen: 10,
  touch: 24,
};

interface Press {
  readonly at: ScreenPoint;
  readonly time: number;
  readonly device: PointerDevice;
}

/** Finds out when a click is the second of two. */
export class DoubleClick {
  #first: Press | undefined;
  #second: Press | undefined;

  /** `time` is when the press was made: handling the first one may have taken long. */
  down(press: Press): void {
    const { at, device } = press;
    const first = this.#first;
    const isSecond =
      first?.device === device &&
      press.time - first.time <= MAX_PAUSE_MS &&
      distance(first.at, at) <= MAX_WAY[device];
    this.#second = isSecond ? press : undefined;
    this.#first = isSecond ? undefined : press;
  }

  /** Whether the pointer that is lifted here has clicked twice. */
  up(at: ScreenPoint): boolean {
    const press = this.#second ?? this.#first;
    if (!press) return false;
    const isClick = distance(press.at, at) <= MAX_WAY[press.device];
    if (!isClick) this.#first = undefined;
    return isClick && press === this.#second;
  }
}
