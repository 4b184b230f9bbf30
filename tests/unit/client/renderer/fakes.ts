import type {
  LaserTrail,
  RemoteCaret,
  RemoteCursor,
  RemotePresence,
} from "@/client/renderer/remote-presence";
import type { View } from "@/client/renderer/view";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Shape } from "@/core/shapes/shape";

/** A window of 1280 x 800 at 100 %, with one device pixel for each of CSS. */
export const VIEW: View = {
  camera: { x: 0, y: 0, zoom: 1 },
  width: 1280,
  height: 800,
  pixelRatio: 1,
  theme: "light",
  reducedMotion: false,
  coarse: false,
};

/** Other people, as a test says. */
export class FakePresence implements RemotePresence {
  readonly #listeners = new Listeners<void>();
  readonly cursorsBySlot = new Map<number, RemoteCursor>();
  previewList: readonly Shape[] = [];
  liftedIds: ReadonlySet<ShapeId> = new Set();
  fadedIds: ReadonlySet<ShapeId> = new Set();
  trails: readonly LaserTrail[] = [];
  caretList: readonly RemoteCaret[] = [];

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  previews = (): Iterable<Shape> => this.previewList;
  lifted = (): ReadonlySet<ShapeId> => this.liftedIds;
  faded = (): ReadonlySet<ShapeId> => this.fadedIds;
  lasers = (): Iterable<LaserTrail> => this.trails;
  carets = (): Iterable<RemoteCaret> => this.caretList;
  cursors = (): Iterable<RemoteCursor> => this.cursorsBySlot.values();

  cursor(cursor: Partial<RemoteCursor>): void {
    const whole = { ...BEN, ...cursor };
    this.cursorsBySlot.set(whole.slot, whole);
    this.tell();
  }

  /** Shows these in place of the shapes of the board with the same ids. */
  preview(...shapes: readonly Shape[]): void {
    this.previewList = shapes;
    this.liftedIds = new Set(shapes.map(({ id }) => id));
    this.tell();
  }

  fade(...ids: readonly ShapeId[]): void {
    this.fadedIds = new Set(ids);
    this.tell();
  }

  caret(caret: Partial<RemoteCaret>): void {
    this.caretList = [{ ...BENS_CARET, ...caret }];
    this.tell();
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

const BENS_CARET: RemoteCaret = {
  slot: 1,
  shape: asShapeId("none"),
  anchor: 0,
  head: 0,
  name: "Ben",
  colour: "#1971c2",
};
