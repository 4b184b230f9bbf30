import type { Size } from "../../geometry/size";
import type { PropertyReader } from "../property-reader";
import type { StoredProperties } from "../shape-kind";
import { readSize, writeSize } from "../size-property";

interface ClosedProperties {
  readonly size: Size;
  readonly fill: string | undefined;
  readonly text: string;
}

const DEFAULT_SIZE: Size = { width: 100, height: 100 };

export const readClosed = (record: PropertyReader): ClosedProperties => ({
  size: readSize(record, DEFAULT_SIZE),
  fill: record.colour("fill"),
  text: record.text(),
});

export const writeClosed = ({
  size,
  fill,
}: ClosedProperties): StoredProperties => ({
  size: writeSize(size, DEFAULT_SIZE),
  fill,
});
