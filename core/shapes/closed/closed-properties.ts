import type { Size } from "../../geometry/size";
import { DEFAULT_DASH, readDash } from "../dash";
import type { PropertyReader } from "../property-reader";
import type { OwnProperties, StoredProperties } from "../shape-kind";
import { readSize, writeSize } from "../size-property";
import { DEFAULT_RADIUS, FILL_STYLES, type FillStyle } from "../style";
import { readTextStyle, writeTextStyle } from "../text/text-style";
import type { ClosedShape } from "./closed-shape";

type ClosedProperties = Omit<OwnProperties<ClosedShape>, "kind">;

const DEFAULT_SIZE: Size = { width: 100, height: 100 };
const DEFAULT_FILL_STYLE: FillStyle = "solid";
const MAX_RADIUS = 1_000;
const TEXT_DEFAULTS = { fontSize: 20, align: "center" } as const;

export const readClosed = (record: PropertyReader): ClosedProperties => ({
  size: readSize(record, DEFAULT_SIZE),
  fill: record.colour("fill"),
  fillStyle: record.oneOf("fillStyle", FILL_STYLES) ?? DEFAULT_FILL_STYLE,
  dash: readDash(record),
  radius: record.number("radius", 0, MAX_RADIUS) ?? DEFAULT_RADIUS,
  text: record.text(),
  ...readTextStyle(record, TEXT_DEFAULTS),
});

export const writeClosed = ({
  size,
  fill,
  fillStyle,
  dash,
  radius,
  ...text
}: ClosedProperties): StoredProperties => ({
  size: writeSize(size, DEFAULT_SIZE),
  fill,
  fillStyle: fillStyle === DEFAULT_FILL_STYLE ? undefined : fillStyle,
  dash: dash === DEFAULT_DASH ? undefined : dash,
  radius: radius === DEFAULT_RADIUS ? undefined : radius,
  ...writeTextStyle(text, TEXT_DEFAULTS),
});
