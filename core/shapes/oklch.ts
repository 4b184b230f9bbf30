/** A colour by lightness (0 black to 1 white), chroma (0 grey) and hue (radians), evenly spaced for the eye: Björn Ottosson's OKLCH. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Triple = readonly [number, number, number];

/** `hex` must be `#rrggbb`. */
export function hexToOklch(hex: string): Oklch {
  const r = toLinear(byteOf(hex, 1));
  const g = toLinear(byteOf(hex, 3));
  const b = toLinear(byteOf(hex, 5));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const red = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const yellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness,
    chroma: Math.hypot(red, yellow),
    hue: Math.atan2(yellow, red),
  };
}

/** As `#rrggbb`. A colour that no screen shows loses chroma until one does; its lightness and hue stay. */
export function oklchToHex({ lightness, chroma, hue }: Oklch): string {
  let shown = chroma;
  if (!isShowable(lightness, chroma, hue)) {
    shown = 0;
    // Ten halvings come within a thousandth of the most chroma that fits.
    for (let step = chroma / 2; step > chroma / 2 ** 11; step /= 2) {
      if (isShowable(lightness, shown + step, hue)) shown += step;
    }
  }
  return `#${toRgb(lightness, shown, hue).map(toHexByte).join("")}`;
}

const isShowable = (lightness: number, chroma: number, hue: number): boolean =>
  toRgb(lightness, chroma, hue).every((c) => c >= -1e-4 && c <= 1.0001);

/** Red, green and blue; outside 0 to 1 where no screen shows the colour. */
function toRgb(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The byte that two hexadecimal digits write, as 0 to 1. */
const byteOf = (hex: string, start: number): number =>
  Number.parseInt(hex.slice(start, start + 2), 16) / 255;

const toLinear = (c: number): number =>
  c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;

const fromLinear = (c: number): number =>
  c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055;

function toHexByte(c: number): string {
  const byte = Math.round(Math.max(0, Math.min(1, c)) * 255);
  return byte.toString(16).padStart(2, "0");
}
