import { getAssetUrls } from "@tldraw/assets/selfHosted";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { b64Vecs, createShapeId, Tldraw, toRichText } from "tldraw";
import "tldraw/tldraw.css";

// tldraw as its documentation embeds it, with its own defaults but for the number of shapes that it allows, and what the benchmark needs
// of it. Without a licence it runs on localhost alone.

const GEOS = { rect: "rectangle", ellipse: "ellipse", diamond: "diamond" };
const COLORS = {
  "#a5d8ff": "light-blue",
  "#b2f2bb": "light-green",
  "#ffec99": "yellow",
  "#ffc9c9": "light-red",
  "#d0bfff": "light-violet",
  "#ffd43b": "yellow",
  "#1e1e1e": "black",
  "#1971c2": "blue",
  "#2f9e44": "green",
  "#e03131": "red",
  "#6741d9": "violet",
};
/** A note of it is always so wide. */
const NOTE_SIZE = 200;
/** Its small font. */
const FONT_SIZE = 18;
const SMALL = { size: "s", dash: "draw" };

const editor = await new Promise((resolve) => {
  const canvas = createElement(Tldraw, {
    assetUrls: getAssetUrls({ baseUrl: "/assets" }),
    options: { maxShapesPerPage: 1_000_000 },
    onMount: resolve,
  });
  const root = document.getElementById("root");
  root.style.cssText = "position: fixed; inset: 0";
  createRoot(root).render(canvas);
});

window.__board = {
  ready: document.fonts.ready.then(() => {}),
  async loadScene({ shapes }) {
    const startedAt = performance.now();
    const partials = shapes.map(toPartial);
    const convertMs = performance.now() - startedAt;
    const before = [...editor.getCurrentPageShapeIds()];
    editor.run(() => editor.deleteShapes(before).createShapes(partials), {
      history: "ignore",
    });
    return { convertMs };
  },
  shapeCount: () => editor.getCurrentPageShapeIds().size,
  getShape(id) {
    const shape = editor.getShape(createShapeId(id));
    return shape && { x: shape.x, y: shape.y };
  },
  getCamera() {
    const { x, y, z } = editor.getCamera();
    return { x: -x, y: -y, zoom: z };
  },
  setCamera({ x, y, zoom }) {
    editor.setCamera({ x: -x, y: -y, z: zoom }, { immediate: true });
  },
  setTool: (name) => void editor.setCurrentTool(name),
  select: (ids) => void editor.select(...ids.map((id) => createShapeId(id))),
  applyRemote(moves) {
    const shapes = moves.map(({ id, x, y }) => ({
      ...editor.getShape(createShapeId(id)),
      x,
      y,
    }));
    editor.store.mergeRemoteChanges(() => editor.store.put(shapes));
  },
};

function toPartial(shape) {
  const { x, y } = shape;
  const place = { id: createShapeId(shape.id), x, y };
  const color = COLORS[shape.stroke];
  switch (shape.type) {
    case "text": {
      const scale = shape.size / FONT_SIZE;
      const richText = toRichText(shape.text);
      return {
        ...place,
        type: "text",
        props: { color, richText, scale, size: "s" },
      };
    }
    case "draw": {
      const segments = [{ type: "free", path: pathOf(shape.points), dim: 2 }];
      return {
        ...place,
        type: "draw",
        props: { ...SMALL, color, segments, isComplete: true },
      };
    }
    case "arrow": {
      const start = { x: 0, y: 0 };
      const end = { x: shape.dx, y: shape.dy };
      return {
        ...place,
        type: "arrow",
        props: { ...SMALL, color, start, end },
      };
    }
    case "note": {
      const scale = shape.w / NOTE_SIZE;
      const richText = toRichText(shape.text);
      return {
        ...place,
        type: "note",
        props: { color: COLORS[shape.fill], richText, scale },
      };
    }
    default:
      return {
        ...place,
        type: "geo",
        props: {
          ...SMALL,
          geo: GEOS[shape.type],
          w: shape.w,
          h: shape.h,
          // Its fill is a tint of its one colour.
          color: COLORS[shape.fill],
          fill: "solid",
          scale: 0.7,
          richText: toRichText(shape.label ?? ""),
        },
      };
  }
}

function pathOf(points) {
  const places = [];
  for (let i = 0; i + 1 < points.length; i += 2)
    places.push({ x: points[i], y: points[i + 1], z: 0.5 });
  return b64Vecs.encodePoints(places, 2);
}
