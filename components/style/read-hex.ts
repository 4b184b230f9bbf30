const HEX = /^#?([0-9a-f]{6})$/i;
const SHORT_HEX = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i;

/** Reads a colour as people type it, with three or six digits, as `#rrggbb`; undefined when it is none. */
export function readHex(text: string): string | undefined {
  const trimmed = text.trim();
  const [, digits] = HEX.exec(trimmed) ?? [];
  if (digits) return `#${digits.toLowerCase()}`;
  const [, ...letters] = SHORT_HEX.exec(trimmed) ?? [];
  if (letters.length === 0) return undefined;
  return `#${letters.map((letter) => letter + letter).join("")}`.toLowerCase();
}
