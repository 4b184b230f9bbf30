import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { centreOf, heightOf, widthOf, type Box } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import {
  MAX_ZOOM,
  MIN_ZOOM,
  type Camera,
  type ViewportSize,
} from "../editor/camera";
import type { FrameLoop } from "../renderer/frame-loop";

/** How long a flight to another place takes; milliseconds. */
const FLIGHT_MS = 450;
/** In this time two thirds of the way to what is followed are made up; milliseconds. */
const CHASE_MS = 90;
/** Within this many CSS pixels, and this share of the zoom, the camera has arrived. */
const NEAR_PIXELS = 0.25;
const NEAR_ZOOM = 0.0005;

export interface CameraDriveOptions {
  readonly camera: Camera;
  readonly frames: FrameLoop;
  readonly clock: Clock;
  /** Whether the person has asked their system for less movement. */
  readonly hasReducedMotion: () => boolean;
  /** Called when the person moves the board while it was being driven. */
  readonly onTakenOver: () => void;
}

type Way =
  | {
      readonly kind: "flight";
      readonly from: Sight;
      readonly to: Sight;
      readonly startedAt: number;
    }
  | { readonly kind: "chase"; readonly to: Sight };

/** What the middle of the window shows. */
interface Sight {
  readonly middle: BoardPoint;
  readonly zoom: number;
}

/** Moves the camera smoothly, a step in each frame, until it has arrived or the person moves it. */
export class CameraDrive {
  readonly #options: CameraDriveOptions;
  readonly #ends = new Disposables();
  #way: Way | undefined;
  #lastStepAt: number | undefined;
  #isStepping = false;

  constructor(options: CameraDriveOptions) {
    const { camera, frames, onTakenOver } = options;
    this.#options = options;
    this.#ends.add(frames.beforePaint(() => this.#step()));
    this.#ends.add(
      frames.onPaint(() => {
        if (this.#way) frames.wake();
      }),
    );
    this.#ends.add(
      camera.state.subscribe(() => {
        if (this.#isStepping) return;
        this.#way = undefined;
        onTakenOver();
      }),
    );
  }

  /** Goes to where `box` fills the window. */
  flyToBox(box: Box): void {
    this.#fly(sightOf(box, this.#options.camera.viewport));
  }

  /** Goes to where `point` is in the middle, as large as things are now. */
  flyToPoint(point: BoardPoint): void {
    const { zoom } = this.#options.camera.state.get();
    this.#fly({ middle: point, zoom });
  }

  /** Keeps `box` in the window, wherever it goes: call it again whenever it has gone. */
  chase(box: Box): void {
    const to = sightOf(box, this.#options.camera.viewport);
    if (this.#options.hasReducedMotion()) return this.#show(to);
    this.#begin({ kind: "chase", to });
  }

  stop(): void {
    this.#way = undefined;
  }

  dispose(): void {
    this.#ends.dispose();
  }

  #fly(to: Sight): void {
    const { camera, clock, hasReducedMotion } = this.#options;
    if (hasReducedMotion()) return this.#show(to);
    const from = sightOf(camera.visibleBox(), camera.viewport);
    this.#begin({ kind: "flight", from, to, startedAt: clock.now() });
  }

  #begin(way: Way): void {
    if (!this.#way) this.#lastStepAt = undefined;
    this.#way = way;
    this.#options.frames.wake();
  }

  #step(): void {
    const way = this.#way;
    if (!way) return;
    const { camera, clock } = this.#options;
    const now = clock.now();
    const passed = now - (this.#lastStepAt ?? now - 16);
    this.#lastStepAt = now;
    if (way.kind === "flight") {
      const share = Math.min(1, (now - way.startedAt) / FLIGHT_MS);
      this.#show(between(way.from, way.to, eased(share)));
      if (share === 1) this.#way = undefined;
      return;
    }
    const here = sightOf(camera.visibleBox(), camera.viewport);
    const isThere = isNear(here, way.to);
    const share = isThere ? 1 : 1 - Math.exp(-passed / CHASE_MS);
    this.#show(between(here, way.to, share));
    if (isThere) this.#way = undefined;
  }

  #show({ middle, zoom }: Sight): void {
    const { camera } = this.#options;
    const { width, height } = camera.viewport;
    this.#isStepping = true;
    camera.set({
      x: middle.x - width / 2 / zoom,
      y: middle.y - height / 2 / zoom,
      zoom,
    });
    this.#isStepping = false;
  }
}

/** How a window of this size shows the whole of `box`, as large as it can. */
function sightOf(box: Box, { width, height }: ViewportSize): Sight {
  const zoom = Math.min(width / widthOf(box), height / heightOf(box));
  return {
    middle: centreOf(box),
    zoom: Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom || 1)),
  };
}

/** Zooms by equal factors in equal times, which looks even. */
function between(from: Sight, to: Sight, share: number): Sight {
  const along = (start: number, end: number) => start + (end - start) * share;
  return {
    middle: {
      x: along(from.middle.x, to.middle.x),
      y: along(from.middle.y, to.middle.y),
    },
    zoom: from.zoom * (to.zoom / from.zoom) ** share,
  };
}

const eased = (share: number): number =>
  share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2;

const isNear = (a: Sight, b: Sight): boolean =>
  Math.hypot(a.middle.x - b.middle.x, a.middle.y - b.middle.y) * a.zoom <
    NEAR_PIXELS && Math.abs(a.zoom / b.zoom - 1) < NEAR_ZOOM;
