import "./excalidraw-assets.mjs";
import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  Excalidraw,
  newElementWith,
  reconcileElements,
  restoreElements,
} from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

// Excalidraw as its documentation embeds it, with its own defaults, and what the benchmark needs of it.

const TYPES = { rect: "rectangle", ellipse: "ellipse", diamond: "diamond" };
const LABEL = { fontSize: 12, strokeColor: "#1e1e1e" };
const FONT = "Excalifont";

const api = await new Promise((resolve) => {
  const canvas = createElement(Excalidraw, { excalidrawAPI: resolve });
  createRoot(document.getElementById("root")).render(canvas);
});
const NEVER = CaptureUpdateAction.NEVER;

window.__board = {
  ready: isMounted(),
  async loadScene({ shapes }) {
    const startedAt = performance.now();
    const elements = convertToExcalidrawElements(shapes.map(toSkeleton), {
      regenerateIds: false,
    });
    const convertMs = performance.now() - startedAt;
    api.updateScene({ elements, captureUpdate: NEVER });
    return { convertMs };
  },
  shapeCount: () =>
    api.getSceneElements().filter((element) => !element.containerId).length,
  getShape(id) {
    const shape = api.getSceneElements().find((element) => element.id === id);
    return shape && { x: shape.x, y: shape.y };
  },
  getCamera() {
    const { scrollX, scrollY, zoom } = api.getAppState();
    return { x: -scrollX, y: -scrollY, zoom: zoom.value };
  },
  setCamera({ x, y, zoom }) {
    const appState = { scrollX: -x, scrollY: -y, zoom: { value: zoom } };
    api.updateScene({ appState, captureUpdate: NEVER });
  },
  setTool(name) {
    const type = name === "draw" ? "freedraw" : "selection";
    api.setActiveTool({ type, locked: name === "draw" });
  },
  select(ids) {
    const selectedElementIds = Object.fromEntries(ids.map((id) => [id, true]));
    api.updateScene({ appState: { selectedElementIds }, captureUpdate: NEVER });
  },
  applyRemote(moves) {
    // As excalidraw.com takes in what others did.
    const local = api.getSceneElementsIncludingDeleted();
    const to = new Map(moves.map((move) => [move.id, move]));
    const by = new Map();
    for (const { id, x, y } of local) {
      const move = to.get(id);
      if (move) by.set(id, { x: move.x - x, y: move.y - y });
    }
    const remote = local
      .filter(({ id, containerId }) => by.has(id) || by.has(containerId))
      .map((element) => {
        const { x, y } = by.get(element.id) ?? by.get(element.containerId);
        return newElementWith(element, { x: element.x + x, y: element.y + y });
      });
    const elements = reconcileElements(local, remote, api.getAppState());
    api.updateScene({ elements, captureUpdate: NEVER });
  },
};

/** A scene that comes before it has restored its own empty one would be lost. */
async function isMounted() {
  while (api.getAppState().isLoading) await nextFrame();
  await loadFont();
  await nextFrame();
}

/** It asks for a font when a shape needs it; but the converter measures texts, and would do so with another. */
async function loadFont() {
  const text = { type: "text", id: "first", text: "first", fontSize: 20 };
  const elements = restoreElements([{ ...text, x: 0, y: 0 }], null);
  api.updateScene({ elements, captureUpdate: NEVER });
  while (![...document.fonts].some(({ family }) => family === FONT))
    await nextFrame();
  await document.fonts.load(`20px ${FONT}`);
  await document.fonts.ready;
  api.updateScene({ elements: [], captureUpdate: NEVER });
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function toSkeleton(shape) {
  const { id, x, y, stroke: strokeColor } = shape;
  switch (shape.type) {
    case "text":
      return {
        type: "text",
        id,
        x,
        y,
        strokeColor,
        text: shape.text,
        fontSize: shape.size,
      };
    case "draw":
      return toStroke(shape);
    case "arrow": {
      const { dx, dy, width: strokeWidth } = shape;
      const points = [
        [0, 0],
        [dx, dy],
      ];
      return {
        type: "arrow",
        id,
        x,
        y,
        width: dx,
        height: dy,
        points,
        strokeColor,
        strokeWidth,
      };
    }
    default: {
      const isNote = shape.type === "note";
      const text = isNote ? shape.text : shape.label;
      return {
        type: isNote ? "rectangle" : TYPES[shape.type],
        id,
        x,
        y,
        width: shape.w,
        height: shape.h,
        strokeColor: isNote ? "transparent" : strokeColor,
        backgroundColor: shape.fill,
        fillStyle: "solid",
        ...(text ? { label: { ...LABEL, text } } : {}),
      };
    }
  }
}

/** The converter takes a stroke only when it is whole already. */
function toStroke({ id, x, y, points, stroke, width }) {
  const pairs = [];
  for (let i = 0; i + 1 < points.length; i += 2)
    pairs.push([points[i], points[i + 1]]);
  const xs = pairs.map(([left]) => left);
  const ys = pairs.map(([, top]) => top);
  const size = (values) => Math.max(...values) - Math.min(...values);
  const [element] = restoreElements(
    [
      {
        type: "freedraw",
        id,
        x,
        y,
        width: size(xs),
        height: size(ys),
        points: pairs,
        pressures: [],
        simulatePressure: true,
        strokeColor: stroke,
        // Its pen is thicker than it says.
        strokeWidth: width / 2,
      },
    ],
    null,
  );
  return element;
}
