import { expand, intersectionOf } from "@/core/geometry/box";
import type { LayerSurface } from "../layer";
import { scaleOf } from "../place-shape";
import type { Damage } from "../scene";
import { visibleBox, type View } from "../view";
import { overviewOf } from "./overview";
import { showTiles } from "./show-tiles";
import { type Tile, TILE_SIZE } from "./tile";
import { TileLevel } from "./tile-level";
import { TilePainter, type TilePainterOptions } from "./tile-painter";

/**
 * So long may tiles be painted in one frame while the view moves, and while a board is coming in, so that it is there the sooner; milliseconds. What
 * is left is done in the next ones.
 */
const FRAME_BUDGET_MS = 6;
/** And while somebody zooms, since all of it is painted once more when the hand rests. */
const ZOOM_BUDGET_MS = 3;
/** And while it rests, where nobody sees the frames: input still has its answer within two of them. */
const RESTING_BUDGET_MS = 24;
/** When the zoom has stood still for this long, or nothing has changed for it, what is not exact is painted anew; milliseconds. */
const REST_MS = 120;
/** While it does not, pictures are stretched that are up to so many times too large or too small. */
const MAX_STRETCH = 2.5;
/** So far round the view tiles are painted ahead: what a hand pans in one go; device pixels. */
const AHEAD = 768;
/** Pictures that are kept, or three times as many as a window shows. A megabyte each. */
const KEPT_PICTURES = 64;
/**
 * Shows the settled board out of pictures of its parts, so that a pan costs some copies, whatever there is on the board, and a
 * change only the places where it is seen.
 *
 * Missing tiles are painted within a time of each frame, nearest to the middle first, and while the hand rests those round the
 * view; until they are there, pictures of other scales are stretched in their places, at last one of the whole board. While
 * somebody zooms, pictures near the scale serve as well; all is painted at the very scale once the hand rests.
 */
export class TileCache {
  readonly #options: TilePainterOptions;
  #levels: TileLevel[] = [];
  #overview: TileLevel | undefined;
  /** What the pictures depend on besides the board and the scale. */
  #look = "";
  #scale = 0;
  #zoomedAt = -Infinity;
  #frame = 0;
  #lastCamera: View["camera"] | undefined;
  /** Whether everything has changed since the last frame. */
  #hasChanged = false;
  #changedAt = -Infinity;
  readonly #painter: TilePainter;

  constructor(options: TilePainterOptions) {
    this.#options = options;
    this.#painter = new TilePainter(options);
  }

  /** How many pictures there are. */
  get pictures(): number {
    return this.#allTiles().reduce((sum, { pictures }) => sum + pictures, 0);
  }

  /** The picture is another one from now on. */
  damage(damage: Damage): void {
    this.#changedAt = this.#options.now();
    this.#hasChanged ||= damage === "everywhere";
    if (damage === "everywhere")
      for (const tile of this.#allTiles()) this.#painter.outdate(tile);
    else
      for (const level of this.#allLevels())
        for (const box of damage) level.damage(box);
  }

  /** Paints what is seen. Returns after how many milliseconds it has to be done again, as layers do. */
  paint(surface: LayerSurface, view: View): number | undefined {
    const { picture } = this.#options;
    const now = this.#options.now();
    this.#frame += 1;
    this.#followLook(view);
    const scale = scaleOf(view);
    if (scale !== this.#scale) {
      this.#zoomedAt = this.#scale === 0 ? -Infinity : now;
      this.#scale = scale;
    }
    const restIn = this.#zoomedAt + REST_MS - now;
    const level = this.#levelFor(scale, restIn <= 0);
    const wanted = [...level.tilesIn(level.rangeOf(visibleBox(view)))];
    for (const tile of wanted) tile.usedAt = this.#frame;

    for (const tile of wanted) this.#painter.mend(tile, level, view);
    const isResting = this.#isAtRest(view);
    const deadline = now + budgetFor(isResting, restIn > 0);
    let isDone = this.#painter.paintOutdated(
      nearestFirst(wanted, level, view),
      level,
      view,
      deadline,
    );
    showTiles({
      surface,
      view,
      level,
      tiles: wanted,
      others: this.#othersThan(level),
    });
    if (isDone && restIn <= 0) isDone = this.#paintOverview(view, deadline);
    const around = isDone ? this.#outdatedAround(level, view) : [];
    if (isDone && isResting)
      isDone = this.#painter.paintOutdated(around, level, view, deadline);
    this.#forget(wanted.length);
    if (!isDone) return 0;
    if (restIn > 0) return level.scale === scale ? undefined : restIn;
    const mended = picture.isInWork() ? [] : wanted.filter(isMended);
    if (!isResting)
      return around.length + mended.length > 0 ? REST_MS : undefined;
    return this.#outdateMended(mended);
  }

  /** Once nothing has changed for a while, what was mended is painted anew. Returns after how many milliseconds it is to be looked at again. */
  #outdateMended(mended: readonly Tile[]): number | undefined {
    if (mended.length === 0) return undefined;
    const restIn = this.#changedAt + REST_MS - this.#options.now();
    if (restIn > 0) return restIn;
    for (const tile of mended) tile.outdate();
    return 0;
  }

  /** Gives all pictures back. */
  clear(): void {
    this.#levels = [];
    this.#overview = undefined;
    this.#painter.startOver();
  }

  /** Colours and the density of the screen are in the pictures. */
  #followLook({ theme, pixelRatio }: View): void {
    const look = `${theme} ${pixelRatio}`;
    if (look !== this.#look) {
      for (const tile of this.#allTiles()) tile.outdate();
      this.#painter.startOver();
    }
    this.#look = look;
  }

  /** Whether nothing has moved or changed since the frame before. */
  #isAtRest({ camera }: View): boolean {
    const last = this.#lastCamera;
    this.#lastCamera = camera;
    const isAtRest =
      !this.#hasChanged &&
      last?.x === camera.x &&
      last.y === camera.y &&
      last.zoom === camera.zoom;
    this.#hasChanged = false;
    return isAtRest;
  }

  #levelFor(scale: number, isResting: boolean): TileLevel {
    const exact = this.#levels.find((level) => level.scale === scale);
    if (exact) return exact;
    if (!isResting) {
      const [nearest] = this.#byStretch(scale);
      if (nearest && stretchOf(nearest, scale) <= MAX_STRETCH) return nearest;
    }
    const level = new TileLevel(scale);
    this.#levels.push(level);
    return level;
  }

  /** The levels whose pictures have to be stretched least come first. */
  #byStretch(scale: number): TileLevel[] {
    return [...this.#levels].sort(
      (a, b) => stretchOf(a, scale) - stretchOf(b, scale),
    );
  }

  #othersThan(level: TileLevel): TileLevel[] {
    const others = this.#byStretch(this.#scale).filter((one) => one !== level);
    return this.#overview ? [...others, this.#overview] : others;
  }

  /** The tiles round those that are seen, which are painted while the hand rests, so that they are there when it goes on. */
  #outdatedAround(level: TileLevel, view: View): Tile[] {
    const bounds = this.#options.picture.bounds();
    const reach = expand(visibleBox(view), AHEAD / level.scale);
    const box = bounds && intersectionOf(reach, bounds);
    if (!box) return [];
    const tiles = [...level.tilesIn(level.rangeOf(box))];
    for (const tile of tiles) tile.usedAt = this.#frame;
    return tiles.filter((tile) => tile.isOutdated);
  }

  /** When there is nothing else to do, a picture of the whole board is made for those who go elsewhere. */
  #paintOverview(view: View, deadline: number): boolean {
    const overview = overviewOf(this.#options.picture.bounds(), view);
    if (!overview) return true;
    if (this.#overview?.scale !== overview.scale)
      this.#overview = new TileLevel(overview.scale);
    const level = this.#overview;
    const tiles = [...level.tilesIn(level.rangeOf(overview.box))];
    for (const tile of tiles) {
      tile.usedAt = this.#frame;
      if (this.#options.now() >= deadline) return false;
      this.#painter.mend(tile, level, view);
    }
    return this.#painter.paintOutdated(tiles, level, view, deadline);
  }

  /** Gives back what has not been wanted for the longest time. */
  #forget(shown: number): void {
    const limit = Math.max(KEPT_PICTURES, 3 * shown);
    let pictures = this.pictures;
    if (pictures > limit) {
      const idle = this.#levels
        .flatMap((level) => [...level.tiles].map((tile) => ({ level, tile })))
        .filter(({ tile }) => tile.usedAt < this.#frame)
        .sort((a, b) => a.tile.usedAt - b.tile.usedAt);
      for (const { level, tile } of idle) {
        if (pictures <= limit) break;
        pictures -= tile.pictures;
        this.#painter.forget(tile);
        level.remove(tile);
      }
    }
    this.#levels = this.#levels.filter((level) => level.size > 0);
  }

  #allLevels(): TileLevel[] {
    return this.#overview ? [...this.#levels, this.#overview] : this.#levels;
  }

  #allTiles(): Tile[] {
    return this.#allLevels().flatMap((level) => [...level.tiles]);
  }
}

/** Milliseconds of a frame. */
function budgetFor(isResting: boolean, isZooming: boolean): number {
  if (isZooming) return ZOOM_BUDGET_MS;
  return isResting ? RESTING_BUDGET_MS : FRAME_BUDGET_MS;
}

/** How many times a level's pictures are too large or too small. */
const stretchOf = ({ scale: known }: TileLevel, scale: number): number =>
  Math.max(known / scale, scale / known);

const isMended = (tile: Tile): boolean => tile.isMended;

function nearestFirst(
  tiles: readonly Tile[],
  { scale }: TileLevel,
  view: View,
): Tile[] {
  const { minX, minY, maxX, maxY } = visibleBox(view);
  const size = TILE_SIZE / scale;
  const middle = { x: (minX + maxX) / 2 / size, y: (minY + maxY) / 2 / size };
  const distanceTo = ({ column, row }: Tile) =>
    Math.hypot(column + 0.5 - middle.x, row + 0.5 - middle.y);
  return [...tiles].sort((a, b) => distanceTo(a) - distanceTo(b));
}
