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

/** What lies within a frame that is being dragged out, as a share of the selection's colour. */
export const MARQUEE_ALPHA = 0.1;

/** Lines that show what something snapped to. */
export const GUIDE_COLOUR: ThemedColour = {
  light: "#d6206f",
  dark: "#ff6ba6",
};

/** The inside of handles: the paper's, so that they stand out from what they lie on. */
export const HANDLE_FILL: ThemedColour = { light: "#ffffff", dark: "#1d2022" };
