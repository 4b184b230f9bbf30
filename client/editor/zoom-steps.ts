import { MAX_ZOOM, MIN_ZOOM } from "./camera";

/** Where zooming by button or key stops: round numbers, each about half as much again as the one before. */
const STEPS = [
  MIN_ZOOM,
  0.1,
  0.15,
  0.25,
  0.33,
  0.5,
  0.67,
  0.8,
  1,
  1.25,
  1.5,
  2,
  3,
  4,
  6,
  8,
  12,
  16,
  24,
  MAX_ZOOM,
] as const;

/** A zoom this close to a step counts as standing on it, or a press would seem to do nothing. */
const NEAR = 1.02;

/** The next larger step, or undefined at the end of the range. */
export const zoomStepAbove = (zoom: number): number | undefined =>
  STEPS.find((step) => step > zoom * NEAR);

/** The next smaller step, or undefined at the end of the range. */
export const zoomStepBelow = (zoom: number): number | undefined =>
  [...STEPS].reverse().find((step) => step < zoom / NEAR);
