import { assert } from "@/core/base/assert";
import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { Store } from "@/core/base/store";
import { createBoardLayer } from "./board-layer";
import { createCaretLayer } from "./caret-layer";
import { measureWith } from "@/core/shapes/text/text-measure";
import { CursorStamps } from "./cursor-stamps";
import { canvasMeasurer, watchFonts } from "./fonts";
import type { FrameLoop } from "./frame-loop";
import { watchGlass } from "./glass";
import { createGroundLayer } from "./ground-layer";
import { createLaserLayer } from "./laser-layer";
import type { Layer } from "./layer";
import { createMovingLayer } from "./moving-layer";
import { createOverlayLayer } from "./overlay-layer";
import { createPeopleLayer } from "./people-layer";
import type { RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";
import { Sheet } from "./sheet";
import { createSettledPicture } from "./settled-picture";
import { pictureMaker } from "./offscreen-picture";
import { TileCache } from "./tiles/tile-cache";
import { onWholePixels, type View } from "./view";

/** What the renderer needs of a camera: it reads the state, and tells the canvas's size in CSS pixels. */
export interface RendererCamera {
  readonly state: Store<View["camera"]>;
  setViewport(size: { readonly width: number; readonly height: number }): void;
}

export interface RendererOptions {
  /** An element with a size of its own, which is its canvases' containing block. */
  readonly host: HTMLElement;
  readonly camera: RendererCamera;
  readonly scene: Scene;
  readonly presence: RemotePresence;
  readonly frames: FrameLoop;
  readonly clock: Clock;
  /** Layers whose code is loaded only when there is something on them. None is ever taken away. */
  readonly lateLayers: Store<readonly LateLayer[]>;
}

export interface LateLayer {
  readonly name: string;
  readonly layer: Layer;
  /** The layer that it lies right above. */
  readonly above: "overlay" | "people";
}

/**
 * Keeps the board painted inside `host` until the returned function is called. Follows the host's size, the screen's pixel
 * ratio and the theme. Nothing is painted while nothing changes.
 *
 * ```
 * speech    what the others say at their cursors, reactions (late)
 * people    the others' cursors
 * lasers    everybody's laser pointers
 * carets    where the others type
 * selected  what the others have selected (late)
 * overlay   selection and its handles, guides
 * moving    strokes and drags under way, of this person and of the others
 * board     settled shapes
 * ground    paper and grid
 * ```
 */
export function mountRenderer(options: RendererOptions): Dispose {
  const { host, camera, scene, presence, frames, clock } = options;
  const ends = new Disposables();
  measureWith(canvasMeasurer(host.ownerDocument));
  const cursorStamps = new CursorStamps();
  const picture = createSettledPicture(scene, presence);
  const createPicture = pictureMaker(host.ownerDocument);
  const tiles = new TileCache({
    picture,
    createPicture,
    now: () => performance.now(),
  });
  const layers = {
    ground: createGroundLayer(scene),
    board: createBoardLayer(picture, tiles),
    moving: createMovingLayer(scene, presence, createPicture),
    overlay: createOverlayLayer(scene),
    carets: createCaretLayer(scene, presence, clock),
    lasers: createLaserLayer(scene, presence, clock),
    people: createPeopleLayer(scene, presence, clock, cursorStamps),
  };
  const mount = (name: string, layer: Layer, below?: Element | null) => {
    const canvas = addCanvas(host, name);
    below?.after(canvas);
    ends.add(() => canvas.remove());
    const sheet = new Sheet(layer, canvas, contextOf(canvas));
    ends.add(
      layer.watch(() => {
        sheet.invalidate();
        frames.wake();
      }),
    );
    return sheet;
  };
  const sheets = Object.entries(layers).map(([name, layer]) =>
    mount(name, layer),
  );
  let lateCount = 0;
  const mountLate = () => {
    const added = options.lateLayers.get().slice(lateCount);
    lateCount += added.length;
    for (const { name, layer, above } of added) {
      const below = host.querySelector(`canvas[data-layer="${above}"]`);
      sheets.push(mount(name, layer, below));
    }
    frames.wake();
  };
  mountLate();
  ends.add(options.lateLayers.subscribe(mountLate));
  const { glass, dispose: stopWatching } = watchGlass(host);
  ends.add(stopWatching);

  const repaintAll = () => {
    camera.setViewport(glass.get());
    for (const sheet of sheets) sheet.invalidate();
    frames.wake();
  };
  ends.add(camera.state.subscribe(repaintAll));
  ends.add(glass.subscribe(repaintAll));
  ends.add(
    watchFonts(host.ownerDocument.fonts, () => {
      scene.shapes.remeasure();
      cursorStamps.forget();
      repaintAll();
    }),
  );
  ends.add(
    frames.onPaint(() => {
      const view = onWholePixels({
        ...glass.get(),
        camera: camera.state.get(),
      });
      for (const sheet of sheets) {
        const changesIn = sheet.update(view, clock.now());
        if (changesIn !== undefined) frames.wakeAfter(changesIn);
      }
    }),
  );
  scene.shapes.remeasure();
  repaintAll();
  return () => ends.dispose();
}

function addCanvas(host: HTMLElement, layer: string): HTMLCanvasElement {
  const canvas = host.ownerDocument.createElement("canvas");
  canvas.dataset["layer"] = layer;
  canvas.style.position = "absolute";
  canvas.style.inset = "0 auto auto 0";
  canvas.style.pointerEvents = "none";
  canvas.ariaHidden = "true";
  host.append(canvas);
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  assert(context, "This browser has no 2D canvas.");
  return context;
}
