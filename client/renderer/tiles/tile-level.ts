import { expand, moved, type Box } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import { pixelsOf, type PixelRect } from "../pixel-rect";
import { Tile, TILE_SIZE } from "./tile";

/** Tiles from one column and row to another, both included. */
export interface TileRange {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The tiles of one scale. */
export class TileLevel {
  /** Device pixels per board unit. */
  readonly scale: number;
  readonly #tiles = new Map<string, Tile>();

  constructor(scale: number) {
    this.scale = scale;
  }

  get tiles(): Iterable<Tile> {
    return this.#tiles.values();
  }

  get size(): number {
    return this.#tiles.size;
  }

  find(column: number, row: number): Tile | undefined {
    return this.#tiles.get(keyOf(column, row));
  }

  /** The tile at this place, made if need be. */
  at(column: number, row: number): Tile {
    const key = keyOf(column, row);
    const known = this.#tiles.get(key);
    if (known) return known;
    const tile = new Tile(column, row);
    this.#tiles.set(key, tile);
    return tile;
  }

  remove({ column, row }: Tile): void {
    this.#tiles.delete(keyOf(column, row));
  }

  /** The tiles on which something of `box` may be seen. */
  rangeOf(box: Box): TileRange {
    const size = TILE_SIZE / this.scale;
    return {
      firstColumn: Math.floor(box.minX / size),
      lastColumn: Math.floor(box.maxX / size),
      firstRow: Math.floor(box.minY / size),
      lastRow: Math.floor(box.maxY / size),
    };
  }

  /** All tiles of a range, made if need be, row by row. */
  *tilesIn(range: TileRange): Iterable<Tile> {
    for (let row = range.firstRow; row <= range.lastRow; row++)
      for (let column = range.firstColumn; column <= range.lastColumn; column++)
        yield this.at(column, row);
  }

  /** Something has changed within `box`. */
  damage(box: Box): void {
    // A pixel more each way, for soft edges.
    const soft = expand(box, 1 / this.scale);
    const range = this.rangeOf(soft);
    const columns = range.lastColumn - range.firstColumn + 1;
    const rows = range.lastRow - range.firstRow + 1;
    // However large the box, there are only so many tiles.
    const tiles =
      columns * rows > this.#tiles.size
        ? this.#tiles.values()
        : this.#knownIn(range);
    for (const tile of tiles) tile.damage(this.#pixelsOf(tile, soft));
  }

  *#knownIn(range: TileRange): Iterable<Tile> {
    for (let row = range.firstRow; row <= range.lastRow; row++)
      for (
        let column = range.firstColumn;
        column <= range.lastColumn;
        column++
      ) {
        const tile = this.find(column, row);
        if (tile) yield tile;
      }
  }

  #pixelsOf({ column, row }: Tile, box: Box): PixelRect {
    const size = TILE_SIZE / this.scale;
    const corner = boardPoint(-column * size, -row * size);
    return pixelsOf(moved(box, corner), this.scale);
  }
}

const keyOf = (column: number, row: number): string => `${column},${row}`;
