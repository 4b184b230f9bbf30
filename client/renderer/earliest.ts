/** The earlier of two times at which something changes; undefined when neither is to come. */
export const earliest = (
  a: number | undefined,
  b: number | undefined,
): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
