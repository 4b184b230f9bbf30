import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { Camera } from "../editor/camera";
import type { LiveLane } from "../sync/live-lane";
import type { MemberActivities } from "./member-activities";

/** A view that stays is told again, since a frame may have been lost; milliseconds. */
const REPEAT_MS = 1_000;

export interface ViewSharingOptions {
  readonly activities: MemberActivities;
  readonly camera: Pick<Camera, "state" | "visibleBox">;
  readonly lane: Pick<LiveLane, "showView">;
  readonly clock: Clock;
  readonly mySlot: () => number | undefined;
}

/** Shows what this person sees of the board, while somebody follows them. */
export class ViewSharing {
  readonly #options: ViewSharingOptions;
  readonly #ends = new Disposables();
  #stop: Dispose | undefined;

  constructor(options: ViewSharingOptions) {
    this.#options = options;
    this.#ends.add(options.activities.subscribe(() => this.#followFollowers()));
    this.#followFollowers();
  }

  dispose(): void {
    this.#stop?.();
    this.#ends.dispose();
  }

  #followFollowers(): void {
    const isFollowed = this.#isFollowed();
    if (isFollowed === (this.#stop !== undefined)) return;
    if (isFollowed) return this.#start();
    this.#stop?.();
    this.#stop = undefined;
  }

  #isFollowed(): boolean {
    const mySlot = this.#options.mySlot();
    if (mySlot === undefined) return false;
    for (const { following } of this.#options.activities.all())
      if (following === mySlot) return true;
    return false;
  }

  #start(): void {
    const { camera, lane, clock } = this.#options;
    const ends = new Disposables();
    const show = () => {
      const box = camera.visibleBox();
      // Before the board is on the screen there is nothing to be seen.
      if (box.maxX > box.minX && box.maxY > box.minY) lane.showView(box);
    };
    ends.add(camera.state.subscribe(show));
    ends.add(clock.every(REPEAT_MS, show));
    this.#stop = () => ends.dispose();
    show();
  }
}
