import { BoundedCache } from "./bounded-cache";
import { hexToOklch, oklchToHex } from "./oklch";
import type { Theme } from "./paint-context";

/**
 * Lightness in the light theme, and in the dark one. Ink turns round (near-black becomes near-white), strong colours stay about as
 * light as they are so that they can be told apart, and pale fills become deep ones that light text reads well on.
 */
const DARK_LIGHTNESS: readonly (readonly [number, number])[] = [
  [0, 0.97],
  [0.24, 0.91],
  [0.55, 0.72],
  [0.75, 0.68],
  [0.88, 0.42],
  [0.96, 0.44],
  [1, 0.24],
];

/** Hues that look like olive when they are made deep, and like yellow paper in the dark when they are made warmer; radians. */
const YELLOW = { from: 1.5, to: 1.95, warming: 0.095 };

/** A board uses few colours; a picker dragged through all of them must not fill the memory. */
const darkColours = new BoundedCache<string>(500);

/** How a colour looks in `theme`. `hex` is `#rrggbb` as it looks in the light one. */
export const themedColour = (hex: string, theme: Theme): string =>
  theme === "light" ? hex : darkColours.get(hex, () => darkened(hex));

function darkened(hex: string): string {
  const { lightness, chroma, hue } = hexToOklch(hex);
  const dark = darkLightness(lightness);
  const isDeepYellow = dark < 0.5 && hue > YELLOW.from && hue < YELLOW.to;
  const shown = isDeepYellow ? hue - YELLOW.warming : hue;
  return oklchToHex({ lightness: dark, chroma, hue: shown });
}

function darkLightness(lightness: number): number {
  let [fromLight, fromDark] = DARK_LIGHTNESS[0]!;
  for (const [toLight, toDark] of DARK_LIGHTNESS) {
    if (lightness <= toLight && toLight > fromLight) {
      const share = (lightness - fromLight) / (toLight - fromLight);
      return fromDark + Math.max(0, share) * (toDark - fromDark);
    }
    [fromLight, fromDark] = [toLight, toDark];
  }
  return fromDark;
}
