import { overlaps } from "@/core/geometry/box";
import type { Layer } from "./layer";
import type { SettledPicture } from "./settled-picture";
import type { TileCache } from "./tiles/tile-cache";
import { visibleBox, type View } from "./view";

/** The settled board, out of pictures of its parts. Rests while changes are made that are not in view. */
export function createBoardLayer(
  picture: SettledPicture,
  tiles: TileCache,
): Layer {
  let seen: View | undefined;
  return {
    watch(invalidate) {
      return picture.watch((damage) => {
        tiles.damage(damage);
        const isSeen =
          !seen ||
          damage === "everywhere" ||
          damage.some((box) => overlaps(box, visibleBox(seen!)));
        if (isSeen) invalidate();
      });
    },
    isEmpty: () => false,
    paint(surface, view) {
      seen = view;
      return tiles.paint(surface, view);
    },
  };
}
