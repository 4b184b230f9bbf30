/**
 * The part of a 2D canvas that shapes are painted with. A browser's CanvasRenderingContext2D fits, and so do the canvases that
 * exports and the server draw on.
 */
export interface Surface {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: "butt" | "round" | "square";
  lineJoin: "bevel" | "miter" | "round";
  globalAlpha: number;
  font: string;
  textAlign: "center" | "end" | "left" | "right" | "start";
  textBaseline:
    "alphabetic" | "bottom" | "hanging" | "ideographic" | "middle" | "top";
  // Not every surface has these.
  direction?: "inherit" | "ltr" | "rtl";
  fontKerning?: "auto" | "none" | "normal";
  textRendering?:
    "auto" | "geometricPrecision" | "optimizeLegibility" | "optimizeSpeed";
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  clip(): void;
  setLineDash(segments: number[]): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(
    controlX: number,
    controlY: number,
    x: number,
    y: number,
  ): void;
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    startAngle: number,
    endAngle: number,
  ): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(
    x: number,
    y: number,
    width: number,
    height: number,
    radius: number,
  ): void;
  fill(): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
}

export type Theme = "light" | "dark";

export interface PaintContext {
  readonly surface: Surface;
  readonly theme: Theme;
  /** Pixels of the surface per board unit, so that a shape can leave out what would not be seen. */
  readonly scale: number;
}
