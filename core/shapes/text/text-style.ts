import type { PropertyReader } from "../property-reader";
import type { StoredProperties } from "../shape-kind";
import { ALIGNS, MAX_FONT_SIZE, type Align } from "../style";
import { DEFAULT_FONT, FONT_NAMES, type FontName } from "./fonts";

/** The looks of a text, wherever it stands. */
export interface TextStyle {
  readonly font: FontName;
  readonly fontSize: number;
  readonly align: Align;
}

/** What a kind's texts look like when a record does not say. */
export type TextDefaults = Pick<TextStyle, "fontSize" | "align">;

export const readTextStyle = (
  record: PropertyReader,
  { fontSize, align }: TextDefaults,
): TextStyle => ({
  font: record.oneOf("font", FONT_NAMES) ?? DEFAULT_FONT,
  fontSize: record.number("fontSize", 1, MAX_FONT_SIZE) ?? fontSize,
  align: record.oneOf("align", ALIGNS) ?? align,
});

export const writeTextStyle = (
  { font, fontSize, align }: TextStyle,
  defaults: TextDefaults,
): StoredProperties => ({
  font: font === DEFAULT_FONT ? undefined : font,
  fontSize: fontSize === defaults.fontSize ? undefined : fontSize,
  align: align === defaults.align ? undefined : align,
});
