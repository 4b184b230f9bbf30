import type { Box } from "./box";
import type { BoardPoint } from "./point";

/** Board units; never negative. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The box whose top left corner is `at`. */
export const boxAt = (at: BoardPoint, { width, height }: Size): Box => ({
  minX: at.x,
  minY: at.y,
  maxX: at.x + width,
  maxY: at.y + height,
});
