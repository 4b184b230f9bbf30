export const FONT_NAMES = ["sans", "hand", "mono"] as const;
export type FontName = (typeof FONT_NAMES)[number];
export const DEFAULT_FONT: FontName = "sans";

/** From one line's baseline to the next, in letter heights. */
export const LINE_HEIGHT = 1.25;

interface FontFace {
  /** As CSS has it, with what stands in for scripts that the font lacks. */
  readonly family: string;
  /** How far the font reaches above and below the baseline, in letter heights. CSS centres the two in a line. */
  readonly ascent: number;
  readonly descent: number;
}

const CHINESE =
  '"Noto Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC"';

const FACES: Readonly<Record<FontName, FontFace>> = {
  hand: {
    family: `"Shantell Sans Variable", ${CHINESE}, system-ui, sans-serif`,
    ascent: 1.019,
    descent: 0.321,
  },
  sans: {
    family: `"Figtree Variable", ${CHINESE}, system-ui, sans-serif`,
    ascent: 0.95,
    descent: 0.25,
  },
  mono: {
    family: `"Source Code Pro Variable", ${CHINESE}, ui-monospace, monospace`,
    ascent: 0.984,
    descent: 0.273,
  },
};

/** The CSS `font-family` of text on the board. */
export const fontFamilyOf = (name: FontName): string => FACES[name].family;

/** The CSS `font` of text on the board. `fontSize` is the height of a letter, in board units. */
export const fontOf = (name: FontName, fontSize: number): string =>
  `${fontSize}px ${FACES[name].family}`;

/** From the top of a line down to its baseline, in board units: where CSS puts it, before rounding. */
export function baselineOf(name: FontName, fontSize: number): number {
  const { ascent, descent } = FACES[name];
  return (fontSize * (LINE_HEIGHT + ascent - descent)) / 2;
}

export const isFontName = (name: unknown): name is FontName =>
  FONT_NAMES.some((known) => known === name);
