/** The colours that the toolbar offers. A name is the key of its translation; the colour is how it looks in the light theme. */
export interface PaletteColour {
  readonly name: "black" | "red" | "green" | "blue" | "orange";
  readonly hex: string;
}

export const DEFAULT_STROKE = "#1e1e1e";

export const STROKES: readonly PaletteColour[] = [
  { name: "black", hex: DEFAULT_STROKE },
  { name: "red", hex: "#e03131" },
  { name: "green", hex: "#2f9e44" },
  { name: "blue", hex: "#1971c2" },
  { name: "orange", hex: "#f08c00" },
];

/** Besides these, a shape may have no fill. */
export const FILLS: readonly PaletteColour[] = [
  { name: "red", hex: "#ffc9c9" },
  { name: "green", hex: "#b2f2bb" },
  { name: "blue", hex: "#a5d8ff" },
  { name: "orange", hex: "#ffec99" },
];

/** Stroke widths on offer; board units. */
export const STROKE_WIDTHS: readonly number[] = [1, 2, 4];
