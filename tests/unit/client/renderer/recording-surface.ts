import type { LayerSurface } from "@/client/renderer/layer";

/** One thing that was done to a surface. */
export interface Painted {
  readonly call: "fill" | "stroke" | "fillText" | "fillRect" | "clearRect";
  readonly text?: string;
  readonly colour: unknown;
  readonly alpha: number;
  /** The surface's origin, in device pixels. */
  readonly origin: readonly [number, number];
  readonly scale: number;
}

/** A surface that remembers what was painted on it, and with what colour, place and opacity. */
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
  #scale = 1;
  #origin: readonly [number, number] = [0, 0];

  get texts(): string[] {
    return this.painted.flatMap(({ text }) => text ?? []);
  }

  setTransform(
    a: number,
    _b: number,
    _c: number,
    _d: number,
    e: number,
    f: number,
  ): void {
    this.#scale = a;
    this.#origin = [e, f];
  }

  translate(x: number, y: number): void {
    const [left, top] = this.#origin;
    this.#origin = [left + x * this.#scale, top + y * this.#scale];
  }

  fill(): void {
    this.#record({ call: "fill", colour: this.fillStyle });
  }

  stroke(): void {
    this.#record({ call: "stroke", colour: this.strokeStyle });
  }

  fillRect(): void {
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

  save(): void {}
  restore(): void {}
  beginPath(): void {}
  closePath(): void {}
  moveTo(): void {}
  lineTo(): void {}
  quadraticCurveTo(): void {}
  ellipse(): void {}
  rect(): void {}
  roundRect(): void {}

  #record(what: Pick<Painted, "call" | "colour" | "text">): void {
    this.painted.push({
      ...what,
      alpha: this.globalAlpha,
      origin: this.#origin,
      scale: this.#scale,
    });
  }
}
