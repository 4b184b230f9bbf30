import type { Size } from "../geometry/size";
import type { PropertyReader } from "./property-reader";
import type { StoredValue } from "./shape-kind";

/** The record's `size`, [width, height]; `fallback` when there is none or it is no size. */
export function readSize(record: PropertyReader, fallback: Size): Size {
  const [width, height] = record.pair("size") ?? [-1, -1];
  return width >= 0 && height >= 0 ? { width, height } : fallback;
}

/** The value that `readSize` reads; undefined when `size` is the fallback. */
export const writeSize = (
  { width, height }: Size,
  fallback: Size,
): StoredValue | undefined =>
  width === fallback.width && height === fallback.height
    ? undefined
    : [width, height];
