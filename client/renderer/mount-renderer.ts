import { assert } from "@/core/base/assert";
import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { Store } from "@/core/base/store";
import { createBoardLayer } from "./board-layer";
import { measureWith } from "@/core/shapes/text/text-measure";
import { CursorStamps } from "./cursor-stamps";
import { canvasMeasurer, watchFonts } from "./fonts";
import type { FrameLoop } from "./frame-loop";
import { watchGlass } from "./glass";
import { createGroundLayer } from "./ground-layer";
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
  readonly lateLayers: Store<readonly PlacedLayer[]>;
}

/**
 * From the lowest to the highest.
 *
 * ```
 * board     paper and grid, and on them the settled shapes
 * moving    strokes and drags under way, of this person and of the others; on them selection and handles, guides
 * selected  what the others have selected (late)
 * carets    where the others type (late)
 * lasers    everybody's laser pointers (late)
 * people    the others' cursors
 * speech    what the others say at their cursors, reactions (late)
 * ```
 */
const LAYERS = [
  "board",
  "moving",
  "selected",
  "carets",
  "lasers",
  "people",
  "speech",
] as const;

type LayerName = (typeof LAYERS)[number];

/** A layer with a canvas of its own, and its place among the others. */
export interface PlacedLayer {
  readonly name: LayerName;
  readonly layer: Layer;
}

/**
 * Keeps the board painted inside `host` until the returned function is called. Follows the host's size, the screen's pixel
 * ratio and the theme. Nothing is painted while nothing changes.
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
  const mount = (name: LayerName, ...layers: readonly Layer[]) => {
    const canvas = addCanvas(host, name);
    ends.add(() => canvas.remove());
    const sheet = new Sheet(layers, canvas, contextOf(canvas));
    for (const layer of layers)
      ends.add(
        layer.watch(() => {
          sheet.invalidate();
          frames.wake();
        }),
      );
    return sheet;
  };
  const sheets = [
    mount(
      "board",
      // Both fill the window: as one canvas they cost the browser one blend of it less.
      createGroundLayer(scene, createPicture),
      createBoardLayer(picture, tiles),
    ),
    mount(
      "moving",
      // Most gestures change both.
      createMovingLayer(scene, presence, createPicture),
      createOverlayLayer(scene),
    ),
    mount("people", createPeopleLayer(scene, presence, clock, cursorStamps)),
  ];
  let lateCount = 0;
  const mountLate = () => {
    const added = options.lateLayers.get().slice(lateCount);
    lateCount += added.length;
    sheets.push(...added.map(({ name, layer }) => mount(name, layer)));
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

/** Adds a canvas below those that are above it. */
function addCanvas(host: HTMLElement, layer: LayerName): HTMLCanvasElement {
  const canvas = host.ownerDocument.createElement("canvas");
  canvas.dataset["layer"] = layer;
  canvas.style.position = "absolute";
  canvas.style.inset = "0 auto auto 0";
  canvas.style.pointerEvents = "none";
  canvas.ariaHidden = "true";
  const above = LAYERS.slice(LAYERS.indexOf(layer) + 1)
    .map((name) => host.querySelector(`canvas[data-layer="${name}"]`))
    .find((found) => found !== null);
  host.insertBefore(canvas, above ?? null);
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  assert(context, "This browser has no 2D canvas.");
  return context;
}
