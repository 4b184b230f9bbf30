/** One sample of a pen. */
export interface InkPoint {
  /** Board units, relative to the stroke's origin. */
  readonly x: number;
  readonly y: number;
  /** 0 to 1; 0.5 where the device measures none. */
  readonly pressure: number;
}
