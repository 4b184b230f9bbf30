import type { PropertyReader } from "./property-reader";
import { DASHES, type Dash } from "./style";

export const DEFAULT_DASH: Dash = "solid";

export const readDash = (record: PropertyReader): Dash =>
  record.oneOf("dash", DASHES) ?? DEFAULT_DASH;

/** Lengths of dashes and gaps, for a line with round ends; board units. */
export function dashPattern(dash: Dash, strokeWidth: number): number[] {
  switch (dash) {
    case "solid":
      return [];
    case "dashed":
      return [4 + 2 * strokeWidth, 4 + 2.5 * strokeWidth];
    case "dotted":
      // A dash without length is a dot, as wide as the line.
      return [0, 2 + 2 * strokeWidth];
  }
}
