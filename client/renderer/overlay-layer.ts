import { Disposables } from "@/core/base/disposable";
import {
  centreOf,
  expand,
  heightOf,
  unionOfAll,
  widthOf,
  type Box,
} from "@/core/geometry/box";
import { cornersOf, turned } from "@/core/geometry/turn";
import { formBox, unturnedBox } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import { paintGuides, reachOfGuide } from "./guide-picture";
import type { Layer, LayerSurface } from "./layer";
import { onlyWhenDifferent } from "./only-when-different";
import type { Scene } from "./scene";
import { screenBox, inScreenPixels } from "./screen-path";
import {
  paintOutline,
  paintSelection,
  reachOfFrame,
} from "./selection-picture";
import { MARQUEE_ALPHA, SELECTION_COLOUR } from "./sheet-colours";
import { shownShape } from "./shown-shape";
import { boxOnScreen, type View } from "./view";

/** Between what is typed and the line round it; CSS pixels. */
const TYPING_GAP = 4;

/** What is selected, and by what it can be taken hold of; what is typed in; a frame that selects; and what something snaps to. */
export function createOverlayLayer(scene: Scene): Layer {
  const { shapes, selection, preview, typingIn, marquee, guides } = scene;

  const typedIn = (): Shape | undefined => {
    const id = typingIn.get();
    return id && shownShape(scene, id);
  };
  /** While somebody types into a shape, nothing else can be done to it. */
  const selected = (): readonly Shape[] =>
    typingIn.get() ? [] : scene.selectedShapes();
  const selectedFrame = () =>
    typingIn.get() ? undefined : scene.selectionFrame();
  const isHeld = () => preview.get() !== undefined;

  return {
    watch(invalidate) {
      const ends = new Disposables();
      const invalidateIfDifferent = onlyWhenDifferent(() => {
        const chosen = selected();
        return [
          ...chosen,
          chosen.length > 0 && isHeld(),
          typedIn(),
          marquee.get(),
          ...guides.get(),
        ];
      }, invalidate);
      const sources = [selection, preview, typingIn, marquee, guides];
      for (const source of sources)
        ends.add(source.subscribe(invalidateIfDifferent));
      ends.add(shapes.observe(invalidateIfDifferent));
      return () => ends.dispose();
    },
    isEmpty: () =>
      selected().length === 0 &&
      typedIn() === undefined &&
      marquee.get() === undefined &&
      guides.get().length === 0,
    extent(view) {
      const frame = selectedFrame();
      const typed = typedIn();
      const chooser = marquee.get();
      const boxes = [
        ...(frame ? [reachOfFrame(frame, view)] : []),
        ...(typed
          ? [expand(boxOnScreen(view, formBox(typed)), 2 * TYPING_GAP)]
          : []),
        ...(chooser ? [boxOnScreen(view, chooser)] : []),
        ...guides.get().map((guide) => reachOfGuide(guide, view)),
      ];
      const all = unionOfAll(boxes);
      // For soft edges, and lines that are brought to the middle of a pixel.
      return all && expand(all, 2);
    },
    paint(surface, view) {
      surface.globalAlpha = 1;
      const chosen = selected();
      const frame = selectedFrame();
      if (frame) {
        const whole = { shapes: chosen, frame, isHeld: isHeld() };
        paintSelection(whole, surface, view);
      }
      const typed = typedIn();
      if (typed) paintTypingFrame(typed, surface, view);
      const chooser = marquee.get();
      if (chooser) paintMarquee(chooser, surface, view);
      const shownGuides = guides.get();
      if (shownGuides.length > 0) paintGuides(shownGuides, surface, view);
      return undefined;
    },
  };
}

function paintTypingFrame(
  shape: Shape,
  surface: LayerSurface,
  view: View,
): void {
  inScreenPixels(surface, view);
  surface.strokeStyle = SELECTION_COLOUR[view.theme];
  const box = expand(unturnedBox(shape), TYPING_GAP / view.camera.zoom);
  const centre = centreOf(box);
  const corners = cornersOf(box).map((corner) =>
    turned(corner, centre, shape.angle),
  );
  paintOutline(corners, false, surface, view);
}

function paintMarquee(box: Box, surface: LayerSurface, view: View): void {
  const seen = screenBox(view, box);
  inScreenPixels(surface, view);
  surface.beginPath();
  surface.rect(seen.minX, seen.minY, widthOf(seen), heightOf(seen));
  surface.fillStyle = SELECTION_COLOUR[view.theme];
  surface.globalAlpha = MARQUEE_ALPHA;
  surface.fill();
  surface.globalAlpha = 1;
  surface.strokeStyle = SELECTION_COLOUR[view.theme];
  surface.lineWidth = 1;
  surface.stroke();
}
