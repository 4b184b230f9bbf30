import type { LayerSurface } from "../layer";
import type { OffscreenPicture } from "../offscreen-picture";
import { commonRect, type PixelRect } from "../pixel-rect";
import { scaleOf } from "../place-shape";
import type { View } from "../view";
import { type Tile, TILE_SIZE } from "./tile";
import type { TileLevel } from "./tile-level";

export interface ShownTiles {
  /** Blank. */
  readonly surface: LayerSurface;
  readonly view: View;
  readonly level: TileLevel;
  /** Those of the level that are in view. */
  readonly tiles: readonly Tile[];
  /** What serves where the level has no picture yet, the best first. */
  readonly others: readonly TileLevel[];
}

/** Copies tiles to the screen. Edges are whole pixels: neighbours neither overlap nor leave a gap. */
export function showTiles({
  surface,
  view,
  level,
  tiles,
  others,
}: ShownTiles): void {
  surface.setTransform(1, 0, 0, 1, 0, 0);
  surface.globalAlpha = 1;
  for (const tile of tiles) {
    const rect = screenRect(tile, level, view);
    if (tile.shown) copy(surface, tile.shown, WHOLE, rect);
    const isFilled =
      tile.shown !== undefined || showOthers(surface, view, rect, others);
    // A board that comes in is seen as far as it is painted.
    if (tile.begun && (tile.shown || !isFilled))
      copy(surface, tile.begun, WHOLE, rect);
  }
}

/** Shows a part of the screen by the first level that has all of it, or else by the last that has something. Returns whether there is any. */
function showOthers(
  surface: LayerSurface,
  view: View,
  rect: PixelRect,
  levels: readonly TileLevel[],
): boolean {
  let best: readonly (() => void)[] = [];
  for (const level of levels) {
    const { copies, isComplete } = copiesOf(surface, view, rect, level);
    if (copies.length > 0) best = copies;
    if (isComplete) break;
  }
  for (const paint of best) paint();
  return best.length > 0;
}

function copiesOf(
  surface: LayerSurface,
  view: View,
  rect: PixelRect,
  level: TileLevel,
) {
  const scale = scaleOf(view);
  const { left, top } = originOf(view);
  const range = level.rangeOf({
    minX: (left + rect.left) / scale,
    minY: (top + rect.top) / scale,
    maxX: (left + rect.right - 1) / scale,
    maxY: (top + rect.bottom - 1) / scale,
  });
  const copies: (() => void)[] = [];
  let isComplete = true;
  for (let row = range.firstRow; row <= range.lastRow; row++)
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const tile = level.find(column, row);
      const shown = tile?.shown;
      if (!tile || !shown) {
        isComplete = false;
        continue;
      }
      const whole = screenRect(tile, level, view);
      const part = commonRect(whole, rect);
      if (part)
        copies.push(() => copy(surface, shown, sourceOf(part, whole), part));
    }
  return { copies, isComplete };
}

interface Source {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WHOLE: Source = { x: 0, y: 0, width: TILE_SIZE, height: TILE_SIZE };

function copy(
  surface: LayerSurface,
  { image }: OffscreenPicture,
  { x, y, width, height }: Source,
  { left, top, right, bottom }: PixelRect,
): void {
  if (right - left === width && bottom - top === height && x === 0 && y === 0)
    surface.drawImage(image, left, top);
  else
    surface.drawImage(
      image,
      x,
      y,
      width,
      height,
      left,
      top,
      right - left,
      bottom - top,
    );
}

/** The part of a tile that belongs to a part of the place where all of it is shown. */
function sourceOf(part: PixelRect, whole: PixelRect): Source {
  const across = TILE_SIZE / (whole.right - whole.left);
  const down = TILE_SIZE / (whole.bottom - whole.top);
  return {
    x: (part.left - whole.left) * across,
    y: (part.top - whole.top) * down,
    width: (part.right - part.left) * across,
    height: (part.bottom - part.top) * down,
  };
}

function screenRect(
  { column, row }: Tile,
  level: TileLevel,
  view: View,
): PixelRect {
  const { left, top } = originOf(view);
  const size = (TILE_SIZE * scaleOf(view)) / level.scale;
  return {
    left: Math.round(column * size) - left,
    top: Math.round(row * size) - top,
    right: Math.round((column + 1) * size) - left,
    bottom: Math.round((row + 1) * size) - top,
  };
}

/** The board's origin is so many device pixels left of the screen and above it. */
function originOf(view: View) {
  const scale = scaleOf(view);
  return {
    left: Math.round(view.camera.x * scale),
    top: Math.round(view.camera.y * scale),
  };
}
