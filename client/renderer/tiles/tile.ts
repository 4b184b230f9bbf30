import type { OffscreenPicture } from "../offscreen-picture";
import { areaOf, commonRect, rectAround, type PixelRect } from "../pixel-rect";

/** Device pixels of a tile, each way. */
export const TILE_SIZE = 512;
/** More places than this are painted again as one: each costs a search of its own. */
const MAX_DAMAGED = 48;
/** The area that holds two places may be so many times that of the larger. */
const NEARLY_SAME = 1.5;

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
  /** How many shapes are on it by now. */
  shapes: number;
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
  #isMended = false;
  #isBlank = false;
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

  /** What there is of it, where that is better than nothing: what is being painted, if nothing at all is on the picture that is shown. */
  get begun(): OffscreenPicture | undefined {
    const hasContent = this.#shown !== undefined && !this.#isBlank;
    return hasContent ? undefined : this.#painting?.canvas;
  }

  get painting(): TilePainting | undefined {
    return this.#painting;
  }

  /** Whether it has to be painted anew as a whole. */
  get isOutdated(): boolean {
    return this.#shown === undefined || this.#isOutdated;
  }

  /** Whether parts of its picture were painted again: where such a part ends, the browser softens lines otherwise than in a whole picture. */
  get isMended(): boolean {
    return this.#isMended;
  }

  /** How many pictures it holds. */
  get pictures(): number {
    return (this.#shown ? 1 : 0) + (this.#painting ? 1 : 0);
  }

  damage(rect: PixelRect): void {
    const seen = commonRect(rect, WHOLE_TILE);
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
    this.#isMended ||= damaged.length > 0;
    this.#isBlank &&= damaged.length === 0;
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
    this.#isBlank = this.#painting?.shapes === 0;
    this.#shown = this.#painting?.canvas;
    this.#painting = undefined;
    this.#isOutdated = false;
    this.#isMended = false;
    this.#damaged = this.#damagedSince;
    this.#damagedSince = [];
    return before;
  }
}

/** Adds to what has to be painted again. Two places that are nearly the same, such as those of a shape before and after a small move, become one. */
function added(rect: PixelRect, known: readonly PixelRect[]): PixelRect[] {
  const others: PixelRect[] = [];
  let whole = rect;
  for (const one of known) {
    const both = rectAround(one, whole);
    const larger = Math.max(areaOf(one), areaOf(whole));
    if (areaOf(both) <= NEARLY_SAME * larger) whole = both;
    else others.push(one);
  }
  const all = [...others, whole];
  return all.length > MAX_DAMAGED ? [all.reduce(rectAround)] : all;
}
