import { Disposables } from "@/core/base/disposable";
import { asShapeId } from "@/core/base/ids";
import { centreOf, expand, overlaps } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import { cornersOf, turned } from "@/core/geometry/turn";
import { paintBox, unturnedBox } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import type { Layer, LayerSurface } from "../renderer/layer";
import { paintNamePill, RIM_COLOUR } from "../renderer/name-pill";
import { onlyWhenDifferent } from "../renderer/only-when-different";
import type { RemotePresence } from "../renderer/remote-presence";
import type { Scene } from "../renderer/scene";
import { inScreenPixels, traceCorners } from "../renderer/screen-path";
import { shownShape } from "../renderer/shown-shape";
import { toScreen, visibleBox, type View } from "../renderer/view";

// CSS pixels, whatever the zoom.
const LINE_WIDTH = 2;
/** Keeps a dark colour apart from a dark ground. */
const RIM = 0.75;
/** Between a shape and the line round it. */
const LINE_GAP = 4;
const TAG = { height: 18, padding: 7, fontSize: 11 };
const TAG_GAP = 5;

/** What one of the others has selected. */
export interface RemoteSelection {
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** Ids of shapes and groups; they need not be on the board. */
  readonly ids: readonly string[];
}

export interface SelectedLayerOptions {
  readonly scene: Pick<Scene, "shapes" | "preview">;
  readonly presence: RemotePresence;
  readonly selections: () => readonly RemoteSelection[];
  /** The shapes that are drawn of what somebody has selected: those themselves, and the members of groups. */
  readonly drawnOf: (ids: readonly string[]) => readonly Shape[];
  readonly subscribe: (listener: () => void) => () => void;
}

interface Outline {
  readonly selection: RemoteSelection;
  readonly shapes: readonly Shape[];
  /** Not while it is moved: then the cursor says who does it. */
  readonly hasTag: boolean;
}

/** What the others have selected, outlined in their colours. */
export function createSelectedLayer(options: SelectedLayerOptions): Layer {
  const { scene, presence, selections, drawnOf, subscribe } = options;
  let outlines: readonly Outline[] = [];

  const follow = () => {
    const lifted = presence.lifted();
    outlines = selections().map((selection) => {
      const shapes = drawnOf(selection.ids).flatMap(
        ({ id }) => shownShape(scene, asShapeId(id), presence) ?? [],
      );
      const isMoved = shapes.some(({ id }) => lifted.has(id));
      const hasTag = selection.ids.length === 1 && !isMoved;
      return { selection, shapes, hasTag };
    });
  };
  const whatIsSeen = () =>
    outlines.flatMap(({ selection, shapes, hasTag }) => [
      selection.name,
      selection.colour,
      hasTag,
      ...shapes,
    ]);

  return {
    watch(invalidate) {
      const ends = new Disposables();
      follow();
      const invalidateIfDifferent = onlyWhenDifferent(whatIsSeen, invalidate);
      const look = () => {
        if (outlines.length === 0 && selections().length === 0) return;
        follow();
        invalidateIfDifferent();
      };
      ends.add(subscribe(look));
      ends.add(presence.subscribe(look));
      ends.add(scene.shapes.observe(look));
      ends.add(scene.preview.subscribe(look));
      return () => ends.dispose();
    },
    isEmpty: () => outlines.every(({ shapes }) => shapes.length === 0),
    paint(surface, view) {
      surface.globalAlpha = 1;
      for (const outline of outlines) paintOutlines(outline, surface, view);
      return undefined;
    },
  };
}

function paintOutlines(
  { selection, shapes, hasTag }: Outline,
  surface: LayerSurface,
  view: View,
): void {
  const seen = visibleBox(view);
  inScreenPixels(surface, view);
  const rounds = shapes
    .filter((shape) => overlaps(paintBox(shape), seen))
    .map((shape) => roundOf(shape, view));
  surface.beginPath();
  for (const corners of rounds) traceCorners(surface, view, corners);
  surface.strokeStyle = RIM_COLOUR;
  surface.lineWidth = LINE_WIDTH + 2 * RIM;
  surface.stroke();
  surface.strokeStyle = selection.colour;
  surface.lineWidth = LINE_WIDTH;
  surface.stroke();
  if (!hasTag || rounds.length === 0) return;
  const corner = topLeftOf(rounds.flat(), view);
  const place = { x: corner.x, y: corner.y - TAG.height - TAG_GAP };
  paintNamePill(surface, { ...TAG, ...selection, ...place });
}

/** The corners of a line round a shape, as turned as it is. */
function roundOf(shape: Shape, view: View): BoardPoint[] {
  const box = expand(unturnedBox(shape), LINE_GAP / view.camera.zoom);
  const centre = centreOf(box);
  return cornersOf(box).map((corner) => turned(corner, centre, shape.angle));
}

/** The top left corner of the upright box round these points, on the screen. */
function topLeftOf(corners: readonly BoardPoint[], view: View) {
  const places = corners.map((corner) => toScreen(view, corner));
  return {
    x: Math.min(...places.map(({ x }) => x)),
    y: Math.min(...places.map(({ y }) => y)),
  };
}
