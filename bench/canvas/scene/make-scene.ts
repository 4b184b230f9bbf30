import type {
  NeutralClosed,
  NeutralScene,
  NeutralShape,
} from "@/client/bench/neutral-scene";
import {
  randomInteger,
  randomItem,
  seededRandom,
  type Random,
} from "@/core/base/random";

/** A neutral scene, and where to look at it. */
export interface BenchScene extends NeutralScene {
  /** Holds every shape. */
  readonly bounds: { x: number; y: number; w: number; h: number };
  readonly center: { x: number; y: number };
  /** The shape to be dragged: in the middle of the scene, on top of all others. */
  readonly probe: NeutralClosed;
}

/** So much of the board falls to each shape, whatever its size: about 300 are in view in a window of 1280 x 800. */
const CELL = { w: 74, h: 46 };
/** The shape of the window, so that the whole scene fills it. */
const ASPECT = 1280 / 800;
const SEED = 20_000;

const FILLS = ["#a5d8ff", "#b2f2bb", "#ffec99", "#ffc9c9", "#d0bfff"];
const STROKES = ["#1e1e1e", "#1971c2", "#2f9e44", "#e03131", "#6741d9"];
const WORDS =
  "plan risk goal owner draft ship next week idea note cost team user test done later why how ask data map list step open call team review".split(
    " ",
  );

/** How often each kind comes, of 100. */
const MIX: readonly [number, (place: Place) => NeutralShape][] = [
  [28, (place) => closed("rect", place)],
  [12, (place) => closed("ellipse", place)],
  [8, (place) => closed("diamond", place)],
  [14, note],
  [14, text],
  [12, stroke],
  [12, arrow],
];

interface Place {
  readonly random: Random;
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A board of `count` shapes as people fill it, the same one every time. */
export function makeScene(count: number): BenchScene {
  const random = seededRandom(SEED + count);
  const columns = Math.ceil(Math.sqrt((count * ASPECT * CELL.h) / CELL.w));
  const rows = Math.ceil(count / columns);
  const bounds = { x: 0, y: 0, w: columns * CELL.w, h: rows * CELL.h };
  const center = { x: bounds.w / 2, y: bounds.h / 2 };
  const places = shuffled(
    Array.from({ length: count - 1 }, (_, i) => i),
    random,
  );
  const shapes = places.map((cell, i) => {
    const jitter = () => (random.next() - 0.5) * 24;
    const x = Math.round((cell % columns) * CELL.w + jitter());
    const y = Math.round(Math.floor(cell / columns) * CELL.h + jitter());
    return pickKind(random)({ random, id: `s${i}`, x, y });
  });
  const probe: NeutralClosed = {
    id: "probe",
    type: "rect",
    x: Math.round(center.x - 60),
    y: Math.round(center.y - 40),
    w: 120,
    h: 80,
    fill: "#ffd43b",
    stroke: "#1e1e1e",
  };
  return { shapes: [...shapes, probe], bounds, center, probe };
}

function pickKind(random: Random) {
  let left = randomInteger(random, 100);
  for (const [share, make] of MIX) if ((left -= share) < 0) return make;
  throw new Error("The shares of the kinds are not 100 together.");
}

function closed(
  type: NeutralClosed["type"],
  { random, ...place }: Place,
): NeutralShape {
  const label =
    randomInteger(random, 10) < 6 ? { label: words(random, 2) } : {};
  return {
    ...place,
    type,
    w: 44 + randomInteger(random, 40),
    h: 28 + randomInteger(random, 24),
    fill: randomItem(random, FILLS),
    stroke: randomItem(random, STROKES),
    ...label,
  };
}

function note({ random, ...place }: Place): NeutralShape {
  const fill = randomItem(random, FILLS);
  const said = words(random, 5);
  return {
    ...place,
    type: "note",
    w: 80,
    h: 80,
    fill,
    stroke: "#1e1e1e",
    text: said,
  };
}

function text({ random, ...place }: Place): NeutralShape {
  const size = randomItem(random, [12, 16, 20]);
  const said = words(random, 3);
  const w = Math.round(said.length * size * 0.55);
  const stroke = randomItem(random, STROKES);
  return {
    ...place,
    type: "text",
    w,
    h: size * 1.25,
    size,
    stroke,
    text: said,
  };
}

function stroke({ random, ...place }: Place): NeutralShape {
  const points = [0, 0];
  let angle = random.next() * 2 * Math.PI;
  for (let i = 20 + randomInteger(random, 30); i > 0; i--) {
    angle += (random.next() - 0.5) * 1.2;
    const [x, y] = points.slice(-2) as [number, number];
    points.push(x + 3 * Math.cos(angle), y + 3 * Math.sin(angle));
  }
  const rounded = points.map((value) => Math.round(value * 10) / 10);
  const colour = randomItem(random, STROKES);
  return { ...place, type: "draw", points: rounded, stroke: colour, width: 2 };
}

function arrow({ random, ...place }: Place): NeutralShape {
  const dx = randomInteger(random, 120) - 60;
  const dy = 20 + randomInteger(random, 40);
  return { ...place, type: "arrow", dx, dy, stroke: "#1e1e1e", width: 2 };
}

function words(random: Random, most: number): string {
  const count = 1 + randomInteger(random, most);
  return Array.from({ length: count }, () => randomItem(random, WORDS)).join(
    " ",
  );
}

function shuffled(items: number[], random: Random): number[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = randomInteger(random, i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
