import type { CreatePicture, OffscreenPicture } from "../offscreen-picture";
import type { SettledPicture } from "../settled-picture";
import type { View } from "../view";
import { paintTile, tileView } from "./paint-tile";
import { type Tile, TILE_SIZE, type TilePainting, WHOLE_TILE } from "./tile";
import type { TileLevel } from "./tile-level";

/** Between two looks at the clock. */
const SHAPES_PER_LOOK = 8;
/** Canvases that are kept for the next tiles. */
const SPARE_CANVASES = 12;

export interface TilePainterOptions {
  readonly picture: SettledPicture;
  readonly createPicture: CreatePicture;
  /** Milliseconds that never go back. */
  readonly now: () => number;
}

/** Paints the settled board on tiles, as far as there is time for it in a frame. */
export class TilePainter {
  readonly #options: TilePainterOptions;
  /** Tiles whose picture under way is wrong already. It is finished all the same: what changes all the time would never be seen. */
  readonly #stale = new Set<Tile>();
  /** Tiles that have been painted anew, and are not again before the others have. */
  readonly #doneInRound = new Set<Tile>();
  readonly #spare: OffscreenPicture[] = [];

  constructor(options: TilePainterOptions) {
    this.#options = options;
  }

  /** The tile is to be painted anew, once the picture of it that is under way has been seen. */
  outdate(tile: Tile): void {
    if (tile.painting) this.#stale.add(tile);
    else tile.outdate();
  }

  /** Mends what is damaged of the picture that is shown, at once: what somebody has taken hold of must not be seen twice. */
  mend(tile: Tile, level: TileLevel, view: View): void {
    if (!tile.shown) return;
    const itsView = tileView(tile, level.scale, view);
    const { picture } = this.#options;
    for (const rect of tile.takeDamage())
      runToEnd(paintTile(tile.shown.surface, picture, itsView, rect));
  }

  /** Paints those anew that have to be, until it is `deadline`. Returns whether all of them are as they should be. */
  paintOutdated(
    tiles: readonly Tile[],
    level: TileLevel,
    view: View,
    deadline: number,
  ): boolean {
    for (const tile of tiles) {
      if (!tile.isOutdated || this.#doneInRound.has(tile)) continue;
      const painting = tile.painting ?? this.#begin(tile, level, view);
      if (!this.#runUntil(deadline, painting)) return false;
      const before = tile.finishPainting();
      if (before) this.#keepSpare(before);
      this.mend(tile, level, view);
      this.#doneInRound.add(tile);
      if (this.#stale.delete(tile)) tile.outdate();
    }
    this.#doneInRound.clear();
    return !tiles.some((tile) => tile.isOutdated);
  }

  /** The tile is not going to be asked for any more. */
  forget(tile: Tile): void {
    if (tile.shown) this.#keepSpare(tile.shown);
    this.#stale.delete(tile);
    this.#doneInRound.delete(tile);
  }

  /** All tiles are to be painted anew, or there are none any more. */
  startOver(): void {
    this.#stale.clear();
    this.#doneInRound.clear();
  }

  #begin(tile: Tile, level: TileLevel, view: View): TilePainting {
    const { picture, createPicture } = this.#options;
    const canvas = this.#spare.pop() ?? createPicture(TILE_SIZE, TILE_SIZE);
    const itsView = tileView(tile, level.scale, view);
    const steps = paintTile(canvas.surface, picture, itsView, WHOLE_TILE);
    const painting = { canvas, steps, shapes: 0 };
    tile.beginPainting(painting);
    return painting;
  }

  #runUntil(deadline: number, painting: TilePainting): boolean {
    const { now } = this.#options;
    for (let shapes = 0; ; shapes++) {
      if (shapes % SHAPES_PER_LOOK === 0 && now() >= deadline) return false;
      if (painting.steps.next().done) return true;
      painting.shapes += 1;
    }
  }

  #keepSpare(canvas: OffscreenPicture): void {
    if (this.#spare.length < SPARE_CANVASES) this.#spare.push(canvas);
  }
}

function runToEnd(steps: Iterator<void>): void {
  while (!steps.next().done);
}
