import type {
  RemoteCursor,
  RemotePresence,
  RemoteStroke,
} from "@/client/renderer/remote-presence";
import type { Scene } from "@/client/renderer/scene";
import type { View } from "@/client/renderer/view";
import { asShapeId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { TestEditor } from "../../../support/test-editor";

/** A window of 1280 x 800 at 100 %, with one device pixel for each of CSS. */
export const VIEW: View = {
  camera: { x: 0, y: 0, zoom: 1 },
  width: 1280,
  height: 800,
  pixelRatio: 1,
  theme: "light",
  reducedMotion: false,
};

export const sceneOf = ({ editor }: TestEditor): Scene => editor;

/** Other people, as a test says. */
export class FakePresence implements RemotePresence {
  readonly #listeners = new Listeners<void>();
  readonly cursorsBySlot = new Map<number, RemoteCursor>();
  readonly strokeList: RemoteStroke[] = [];

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  strokes(): Iterable<RemoteStroke> {
    return this.strokeList;
  }

  cursors(): Iterable<RemoteCursor> {
    return this.cursorsBySlot.values();
  }

  cursor(cursor: Partial<RemoteCursor>): void {
    const whole = { ...BEN, ...cursor };
    this.cursorsBySlot.set(whole.slot, whole);
    this.tell();
  }

  /** Begins a stroke. Its points can be added to; then `tell`. */
  stroke(id: string, points: InkPoint[]): RemoteStroke {
    const stroke = {
      shape: asShapeId(id),
      at: { x: 0, y: 0 },
      stroke: "#e03131",
      strokeWidth: 2,
      hasPressure: false,
      points,
    };
    this.strokeList.push(stroke);
    this.tell();
    return stroke;
  }

  tell(): void {
    this.#listeners.emit();
  }
}

const BEN: RemoteCursor = {
  slot: 1,
  at: { x: 0, y: 0 },
  name: "Ben",
  colour: "#1971c2",
  movedAt: 0,
};

export const inkPoint = (x: number, y: number): InkPoint => ({
  x,
  y,
  pressure: 0.5,
});
