import type { LayerSurface } from "@/client/renderer/layer";

/** How a surface's coordinates lie on the canvas. */
export interface Lie {
  /** The surface's origin, in device pixels. */
  readonly origin: readonly [number, number];
  readonly scale: number;
  /** Radians. */
  readonly angle: number;
}

/** One thing that was done to a surface. */
export interface Painted extends Lie {
  readonly call: "fill" | "stroke" | "fillText" | "fillRect" | "clearRect";
  readonly text?: string;
  readonly colour: unknown;
  readonly alpha: number;
  readonly width: number;
  readonly dash: readonly number[];
  /** The path's points where they are on the canvas, in device pixels, rounded to hundredths. */
  readonly path: readonly (readonly [number, number])[];
  /** What it was clipped to. */
  readonly clips: readonly Lie[];
}

interface Paint {
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly globalAlpha: number;
  readonly lie: Lie;
  readonly clips: readonly Lie[];
}

/** A surface that remembers what was painted on it, and with what colour, place, opacity and clip. */
export class RecordingSurface implements LayerSurface {
  fillStyle: unknown = "";
  strokeStyle: unknown = "";
  lineWidth = 1;
  lineCap: LayerSurface["lineCap"] = "butt";
  lineJoin: LayerSurface["lineJoin"] = "miter";
  globalAlpha = 1;
  font = "";
  textAlign: LayerSurface["textAlign"] = "start";
  textBaseline: LayerSurface["textBaseline"] = "alphabetic";
  readonly painted: Painted[] = [];
  /** How often a clip was set. */
  clipCount = 0;
  #lie: Lie = { origin: [0, 0], scale: 1, angle: 0 };
  #clips: readonly Lie[] = [];
  #dash: readonly number[] = [];
  #path: (readonly [number, number])[] = [];
  readonly #saved: Paint[] = [];

  get texts(): string[] {
    return this.painted.flatMap(({ text }) => text ?? []);
  }

  /** How many states were saved and not restored. */
  get depth(): number {
    return this.#saved.length;
  }

  setTransform(
    a: number,
    b: number,
    _c: number,
    _d: number,
    e: number,
    f: number,
  ): void {
    const angle = Math.atan2(b, a);
    this.#lie = { scale: Math.hypot(a, b), angle, origin: [e, f] };
  }

  translate(x: number, y: number): void {
    this.#lie = { ...this.#lie, origin: this.#onCanvas(x, y) };
  }

  save(): void {
    this.#saved.push({
      fillStyle: this.fillStyle,
      strokeStyle: this.strokeStyle,
      globalAlpha: this.globalAlpha,
      lie: this.#lie,
      clips: this.#clips,
    });
  }

  restore(): void {
    const paint = this.#saved.pop();
    if (!paint) return;
    this.fillStyle = paint.fillStyle;
    this.strokeStyle = paint.strokeStyle;
    this.globalAlpha = paint.globalAlpha;
    this.#lie = paint.lie;
    this.#clips = paint.clips;
  }

  clip(): void {
    this.clipCount += 1;
    this.#clips = [...this.#clips, this.#lie];
  }

  setLineDash(segments: number[]): void {
    this.#dash = segments;
  }

  fill(): void {
    this.#record({ call: "fill", colour: this.fillStyle });
  }

  stroke(): void {
    this.#record({ call: "stroke", colour: this.strokeStyle });
  }

  drawImage(...image: unknown[]): void {
    throw new Error(`There are no bitmaps in tests: ${image.length} given.`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    // Two corners stand for it.
    this.#path = [];
    this.#add(x, y);
    this.#add(x + width, y + height);
    this.#record({ call: "fillRect", colour: this.fillStyle });
  }

  clearRect(): void {
    this.#record({ call: "clearRect", colour: undefined });
  }

  fillText(text: string): void {
    this.#record({ call: "fillText", text, colour: this.fillStyle });
  }

  /** Ten units a letter. */
  measureText(text: string): { width: number } {
    return { width: text.length * 10 };
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {}

  moveTo(x: number, y: number): void {
    this.#add(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#add(x, y);
  }

  quadraticCurveTo(_cx: number, _cy: number, x: number, y: number): void {
    this.#add(x, y);
  }

  /** Its middle stands for it. */
  ellipse(x: number, y: number): void {
    this.#add(x, y);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#add(x, y);
    this.#add(x + width, y);
    this.#add(x + width, y + height);
    this.#add(x, y + height);
  }

  roundRect(x: number, y: number, width: number, height: number): void {
    this.rect(x, y, width, height);
  }

  #add(x: number, y: number): void {
    const [left, top] = this.#onCanvas(x, y);
    this.#path.push([rounded(left), rounded(top)]);
  }

  #onCanvas(x: number, y: number): readonly [number, number] {
    const { origin, scale, angle } = this.#lie;
    const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
    return [origin[0] + cos * x - sin * y, origin[1] + sin * x + cos * y];
  }

  #record(what: Pick<Painted, "call" | "colour" | "text">): void {
    this.painted.push({
      ...what,
      ...this.#lie,
      alpha: this.globalAlpha,
      width: this.lineWidth,
      dash: this.#dash,
      path: [...this.#path],
      clips: this.#clips,
    });
  }
}

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;
