import type { Theme } from "@/core/shapes/paint-context";

/** The colours of the canvas itself. Those of shapes belong to the shapes. */
type ThemedColour = Readonly<Record<Theme, string>>;

export const GROUND_COLOUR: ThemedColour = {
  light: "#fcfcfb",
  dark: "#141517",
};

/** The dots of the grid, at their strongest. */
export const DOT_COLOUR: ThemedColour = { light: "#d5d6da", dark: "#34373c" };

export const SELECTION_COLOUR: ThemedColour = {
  light: "#0b7367",
  dark: "#43cdb9",
};
