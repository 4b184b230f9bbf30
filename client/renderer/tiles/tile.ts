import type { OffscreenPicture } from "../offscreen-picture";

/** Device pixels of a tile, each way. */
export const TILE_SIZE = 512;
/** More places than this are painted again as one: each costs a search of its own. */
const MAX_DAMAGED = 48;

/** Whole device pixels of a tile. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHOLE_TILE: PixelRect = {
  left: 0,
  top: 0,
  right: TILE_SIZE,
  bottom: TILE_SIZE,
};

/** A picture that is being painted, a shape at a time. */
export interface TilePainting {
  readonly canvas: OffscreenPicture;
  readonly steps: Iterator<void>;
}

/**
 * A square piece of the settled board at one scale, kept as a picture. While it is painted anew the old picture is shown; small
 * damage is mended in the picture that is shown.
 */
export class Tile {
  readonly column: number;
  readonly row: number;
  /** In which frame it was last wanted. */
  usedAt = 0;
  #shown: OffscreenPicture | undefined;
  #painting: TilePainting | undefined;
  #isOutdated = false;
  /** Of what is shown. */
  #damaged: PixelRect[] = [];
  /** Of what is being painted: what was painted of it is wrong already. */
  #damagedSince: PixelRect[] = [];

  constructor(column: number, row: number) {
    this.column = column;
    this.row = row;
  }

  /** Undefined until it has been painted for the first time. */
  get shown(): OffscreenPicture | undefined {
    return this.#shown;
  }

  get painting(): TilePainting | undefined {
    return this.#painting;
  }

  /** Whether it has to be painted anew as a whole. */
  get isOutdated(): boolean {
    return this.#shown === undefined || this.#isOutdated;
  }

  /** How many pictures it holds. */
  get pictures(): number {
    return (this.#shown ? 1 : 0) + (this.#painting ? 1 : 0);
  }

  damage(rect: PixelRect): void {
    const seen = withinTile(rect);
    if (!seen) return;
    if (this.#shown) this.#damaged = added(seen, this.#damaged);
    if (this.#painting) this.#damagedSince = added(seen, this.#damagedSince);
  }

  /** Its picture is all wrong. It is shown all the same until there is another one. */
  outdate(): void {
    this.#isOutdated = true;
    this.#painting = undefined;
    this.#damagedSince = [];
  }

  /** What has to be mended in the picture that is shown; nothing has after this. */
  takeDamage(): readonly PixelRect[] {
    const damaged = this.#damaged;
    this.#damaged = [];
    return damaged;
  }

  beginPainting(painting: TilePainting): void {
    this.#painting = painting;
    this.#damagedSince = [];
    this.#isOutdated = true;
  }

  /** Shows what has been painted from now on. Returns what was shown before. */
  finishPainting(): OffscreenPicture | undefined {
    const before = this.#shown;
    this.#shown = this.#painting?.canvas;
    this.#painting = undefined;
    this.#isOutdated = false;
    this.#damaged = this.#damagedSince;
    this.#damagedSince = [];
    return before;
  }
}

function withinTile(rect: PixelRect): PixelRect | undefined {
  const left = Math.max(0, rect.left);
  const top = Math.max(0, rect.top);
  const right = Math.min(TILE_SIZE, rect.right);
  const bottom = Math.min(TILE_SIZE, rect.bottom);
  return left < right && top < bottom
    ? { left, top, right, bottom }
    : undefined;
}

function added(rect: PixelRect, known: PixelRect[]): PixelRect[] {
  if (known.some((one) => contains(one, rect))) return known;
  const all = [...known.filter((one) => !contains(rect, one)), rect];
  return all.length > MAX_DAMAGED ? [all.reduce(union)] : all;
}

const contains = (outer: PixelRect, inner: PixelRect): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom;

const union = (a: PixelRect, b: PixelRect): PixelRect => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
