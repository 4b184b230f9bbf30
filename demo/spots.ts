/** A square of the board that one thing is drawn in. */
export interface Spot {
  /** Top left corner, board units. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const SIZE = 200;
const GAP = 36;
/** Wide, as screens are. */
const COLUMNS_PER_ROW = 1.6;
/** The middle of what a visitor with a usual window sees first. */
const MIDDLE = { x: 680, y: 400 };

/** Deals out the places of the board, so that nobody draws over another's work: from the middle outwards. */
export class Spots {
  readonly #free: Spot[];

  /** @param count How many there are at least. */
  constructor(count: number) {
    const step = SIZE + GAP;
    const rows = Math.ceil(Math.sqrt(count / COLUMNS_PER_ROW));
    const columns = Math.ceil(count / rows);
    const spots: Spot[] = [];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        spots.push({
          x: MIDDLE.x + (column - columns / 2) * step + GAP / 2,
          y: MIDDLE.y + (row - rows / 2) * step + GAP / 2,
          size: SIZE,
        });
    this.#free = spots.sort((a, b) => fromMiddle(a) - fromMiddle(b));
  }

  /** The free spot that is nearest to the middle; undefined when the board is full. */
  take(): Spot | undefined {
    return this.#free.shift();
  }

  /** What was there is gone. */
  giveBack(spot: Spot): void {
    this.#free.push(spot);
    this.#free.sort((a, b) => fromMiddle(a) - fromMiddle(b));
  }
}

const fromMiddle = ({ x, y, size }: Spot): number =>
  Math.hypot(x + size / 2 - MIDDLE.x, y + size / 2 - MIDDLE.y);
