declare const space: unique symbol;

/** A place on the board, in board units: 1 unit is 1 CSS pixel at zoom 1, y points down. */
export interface BoardPoint {
  readonly x: number;
  readonly y: number;
  readonly [space]?: "board";
}

/** A place in the window, in CSS pixels from the canvas's top left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
  readonly [space]?: "screen";
}

export const boardPoint = (x: number, y: number): BoardPoint => ({ x, y });
export const screenPoint = (x: number, y: number): ScreenPoint => ({ x, y });

/** The distance between two points of the same space. */
export function distance(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
