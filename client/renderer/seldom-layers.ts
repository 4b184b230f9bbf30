import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { WritableStore } from "@/core/base/store";
import type { PlacedLayer } from "./mount-renderer";
import type { RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";

export interface SeldomLayersOptions {
  readonly scene: Scene;
  readonly presence: RemotePresence;
  readonly clock: Clock;
  readonly lateLayers: WritableStore<readonly PlacedLayer[]>;
}

/** Loads the layers of carets and lasers, each when there first is something on it, and adds them to the late ones. */
export function offerSeldomLayers(options: SeldomLayersOptions): Dispose {
  const { scene, presence, clock, lateLayers } = options;
  const ends = new Disposables();
  let isEnded = false;
  ends.add(() => (isEnded = true));

  const offer = (isWanted: () => boolean, load: () => Promise<PlacedLayer>) => {
    let isLoading = false;
    const look = () => {
      if (isLoading || !isWanted()) return;
      isLoading = true;
      void load().then(
        (layer) => {
          stopLooking.dispose();
          if (!isEnded) lateLayers.update((layers) => [...layers, layer]);
        },
        // The server is away. The next time that somebody does something it is tried again.
        () => (isLoading = false),
      );
    };
    const stopLooking = new Disposables();
    stopLooking.add(presence.subscribe(look));
    stopLooking.add(scene.laser.subscribe(look));
    ends.add(() => stopLooking.dispose());
    look();
  };

  offer(
    () => isThereAny(presence.carets()),
    async () => {
      const { createCaretLayer } = await import("./caret-layer");
      const layer = createCaretLayer(scene, presence, clock);
      return { name: "carets", layer };
    },
  );
  offer(
    () => scene.laser.get() !== undefined || isThereAny(presence.lasers()),
    async () => {
      const { createLaserLayer } = await import("./laser-layer");
      const layer = createLaserLayer(scene, presence, clock);
      return { name: "lasers", layer };
    },
  );
  return () => ends.dispose();
}

function isThereAny(items: Iterable<unknown>): boolean {
  for (const item of items) return item !== undefined;
  return false;
}
