import type { FontName } from "./text/fonts";

export const FILL_STYLES = ["solid", "hatch", "cross"] as const;
/** How the inside of a shape is filled. */
export type FillStyle = (typeof FILL_STYLES)[number];

export const DASHES = ["solid", "dashed", "dotted"] as const;
export type Dash = (typeof DASHES)[number];

export const ALIGNS = ["start", "center", "end"] as const;
/** Where the lines of a text begin; `start` is right in a text that runs from right to left. */
export type Align = (typeof ALIGNS)[number];

/** Everything about a shape's looks that a person can choose. A kind has some of these: `ShapeKind.styles`. */
export interface StyleValues {
  /** `#rrggbb`, as it looks in the light theme. */
  readonly stroke: string;
  /** `#rrggbb`, or undefined for an inside that one can see through. */
  readonly fill: string | undefined;
  readonly fillStyle: FillStyle;
  /** Board units. */
  readonly strokeWidth: number;
  readonly dash: Dash;
  /** Of the corners; board units, less on a shape too small for it. */
  readonly radius: number;
  /** 0 to 1. */
  readonly opacity: number;
  readonly font: FontName;
  /** Height of a letter; board units. Where a text has to fit into something, the largest that it may have. */
  readonly fontSize: number;
  readonly align: Align;
}

export type StyleName = keyof StyleValues;

/** Corner radii on offer; board units. */
export const RADII: readonly number[] = [0, 8, 24];
/** Font sizes on offer; board units. */
export const FONT_SIZES: readonly number[] = [16, 20, 28, 36];

export const DEFAULT_RADIUS = 8;
export const MAX_FONT_SIZE = 2_000;
