import type { NeutralShape } from "@/client/bench/neutral-scene";
import type { DrivenBoard } from "./driven-board";

// The canvas that anybody writes in an afternoon: whenever something changes, the next frame paints again every shape in view, from its
// data. No cache, no index.

const FONT = "sans-serif";

const canvas = document.createElement("canvas");
const surface = canvas.getContext("2d")!;
canvas.style.cssText = "position: fixed; inset: 0; touch-action: none";
document.body.append(canvas);

let shapes: NeutralShape[] = [];
let byId = new Map<string, number>();
let camera = { x: 0, y: 0, zoom: 1 };
let tool: "select" | "draw" = "select";
let selected = new Set<string>();
let made = 0;
let isFrameAsked = false;

function repaint(): void {
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(() => {
    isFrameAsked = false;
    paint();
  });
}

function paint(): void {
  const { x, y, zoom } = camera;
  const ratio = devicePixelRatio;
  const scale = zoom * ratio;
  surface.setTransform(1, 0, 0, 1, 0, 0);
  surface.clearRect(0, 0, canvas.width, canvas.height);
  surface.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  const right = x + innerWidth / zoom;
  const bottom = y + innerHeight / zoom;
  for (const shape of shapes) {
    const box = boundsOf(shape);
    if (box.x > right || box.x + box.w < x) continue;
    if (box.y > bottom || box.y + box.h < y) continue;
    paintShape(shape);
    if (selected.has(shape.id)) paintOutline(box);
  }
}

function paintShape(shape: NeutralShape): void {
  surface.strokeStyle = shape.stroke;
  surface.lineWidth = "width" in shape ? shape.width : 2;
  surface.lineCap = surface.lineJoin = "round";
  surface.beginPath();
  const { x, y } = shape;
  switch (shape.type) {
    case "draw":
      for (let i = 0; i + 1 < shape.points.length; i += 2)
        surface.lineTo(x + shape.points[i]!, y + shape.points[i + 1]!);
      surface.stroke();
      return;
    case "arrow":
      paintArrow(x, y, x + shape.dx, y + shape.dy);
      return;
    case "text":
      surface.fillStyle = shape.stroke;
      surface.font = `${shape.size}px ${FONT}`;
      surface.textAlign = "left";
      surface.textBaseline = "top";
      surface.fillText(shape.text, x, y);
      return;
    default:
  }
  const { w, h } = shape;
  if (shape.type === "ellipse")
    surface.ellipse(x + w / 2, y + h / 2, w / 2, h / 2, 0, 0, 2 * Math.PI);
  else if (shape.type === "diamond") {
    surface.moveTo(x + w / 2, y);
    surface.lineTo(x + w, y + h / 2);
    surface.lineTo(x + w / 2, y + h);
    surface.lineTo(x, y + h / 2);
    surface.closePath();
  } else surface.roundRect(x, y, w, h, 4);
  surface.fillStyle = shape.fill;
  surface.fill();
  if (shape.type !== "note") surface.stroke();
  const text = shape.type === "note" ? shape.text : shape.label;
  if (!text) return;
  surface.fillStyle = "#1e1e1e";
  surface.font = `12px ${FONT}`;
  surface.textAlign = "center";
  surface.textBaseline = "middle";
  const lines = linesOf(text, w - 8);
  lines.forEach((line, i) => {
    const offset = (i - (lines.length - 1) / 2) * 15;
    surface.fillText(line, x + w / 2, y + h / 2 + offset);
  });
}

function paintArrow(x: number, y: number, toX: number, toY: number): void {
  const angle = Math.atan2(toY - y, toX - x);
  surface.moveTo(x, y);
  surface.lineTo(toX, toY);
  for (const turn of [2.6, -2.6]) {
    surface.moveTo(toX, toY);
    surface.lineTo(
      toX + 12 * Math.cos(angle + turn),
      toY + 12 * Math.sin(angle + turn),
    );
  }
  surface.stroke();
}

function paintOutline(box: ReturnType<typeof boundsOf>): void {
  surface.strokeStyle = "#6741d9";
  surface.lineWidth = 1 / camera.zoom;
  surface.strokeRect(box.x, box.y, box.w, box.h);
}

function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && surface.measureText(longer).width <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function boundsOf(shape: NeutralShape) {
  const { x, y } = shape;
  if (shape.type === "draw") {
    const xs = shape.points.filter((_, i) => i % 2 === 0);
    const ys = shape.points.filter((_, i) => i % 2 === 1);
    const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
    return {
      x: x + minX,
      y: y + minY,
      w: Math.max(...xs) - minX,
      h: Math.max(...ys) - minY,
    };
  }
  if (shape.type === "arrow") {
    const { dx, dy } = shape;
    return {
      x: x + Math.min(0, dx),
      y: y + Math.min(0, dy),
      w: Math.abs(dx),
      h: Math.abs(dy),
    };
  }
  return { x, y, w: shape.w, h: shape.h };
}

function toBoard(event: MouseEvent) {
  const { x, y, zoom } = camera;
  return { x: event.clientX / zoom + x, y: event.clientY / zoom + y };
}

function shapeAt(x: number, y: number): NeutralShape | undefined {
  for (let i = shapes.length - 1; i >= 0; i--) {
    const box = boundsOf(shapes[i]!);
    const isBeside = x < box.x || x > box.x + box.w;
    if (!isBeside && y >= box.y && y <= box.y + box.h) return shapes[i];
  }
  return undefined;
}

function moveTo(id: string, x: number, y: number): void {
  const index = byId.get(id);
  if (index === undefined) return;
  shapes[index] = { ...shapes[index]!, x, y };
}

canvas.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    if (event.ctrlKey) {
      const at = toBoard(event);
      const zoom = camera.zoom * Math.exp(-event.deltaY / 100);
      camera = {
        x: at.x - event.clientX / zoom,
        y: at.y - event.clientY / zoom,
        zoom,
      };
    } else
      camera = {
        ...camera,
        x: camera.x + event.deltaX / camera.zoom,
        y: camera.y + event.deltaY / camera.zoom,
      };
    repaint();
  },
  { passive: false },
);

canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  const at = toBoard(event);
  if (tool === "draw") startStroke(at.x, at.y);
  else startDrag(at.x, at.y);
});

let onMove: ((x: number, y: number) => void) | undefined;
canvas.addEventListener("pointermove", (event) => {
  if (!onMove) return;
  const at = toBoard(event);
  onMove(at.x, at.y);
  repaint();
});
canvas.addEventListener("pointerup", () => (onMove = undefined));

function startStroke(x: number, y: number): void {
  const points = [0, 0];
  const id = `made${(made += 1)}`;
  byId.set(id, shapes.length);
  shapes.push({ id, type: "draw", x, y, points, stroke: "#1e1e1e", width: 2 });
  onMove = (toX, toY) => void points.push(toX - x, toY - y);
}

function startDrag(x: number, y: number): void {
  const hit = shapeAt(x, y);
  if (!hit) selected.clear();
  else if (!selected.has(hit.id)) selected = new Set([hit.id]);
  const homes = [...selected].map((id) => shapes[byId.get(id)!]!);
  onMove = (toX, toY) => {
    for (const home of homes)
      moveTo(home.id, home.x + toX - x, home.y + toY - y);
  };
  repaint();
}

function fitCanvas(): void {
  canvas.width = innerWidth * devicePixelRatio;
  canvas.height = innerHeight * devicePixelRatio;
  canvas.style.width = `${innerWidth}px`;
  canvas.style.height = `${innerHeight}px`;
  repaint();
}
addEventListener("resize", fitCanvas);
fitCanvas();

const board: DrivenBoard = {
  ready: Promise.resolve(),
  async loadScene(scene) {
    shapes = [...scene.shapes];
    byId = new Map(shapes.map(({ id }, i) => [id, i]));
    selected.clear();
    repaint();
    return {};
  },
  shapeCount: () => shapes.length,
  getShape(id) {
    const shape = shapes[byId.get(id) ?? -1];
    return shape && { x: shape.x, y: shape.y };
  },
  getCamera: () => camera,
  setCamera(state) {
    camera = { ...state };
    repaint();
  },
  setTool: (name) => void (tool = name),
  select(ids) {
    selected = new Set(ids);
    repaint();
  },
  applyRemote(moves) {
    for (const { id, x, y } of moves) moveTo(id, x, y);
    repaint();
  },
};
Object.assign(window, { __board: board });
