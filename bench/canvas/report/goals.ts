import type { Results } from "./results";

/** At most this share of Excalidraw's figure in the same run. */
interface PeerGoal {
  readonly workload: string;
  readonly figure?: string;
  readonly most: number;
  readonly sizes: readonly number[];
}

const PEER_GOALS: readonly PeerGoal[] = [
  { workload: "pan", most: 1 / 5, sizes: [5_000] },
  { workload: "drag", most: 1 / 5, sizes: [5_000] },
  { workload: "drag-500", most: 1 / 10, sizes: [5_000] },
  { workload: "pen", most: 1 / 2, sizes: [5_000] },
  { workload: "zoom", most: 1 / 6, sizes: [5_000] },
  { workload: "pan-all", most: 1 / 10, sizes: [5_000] },
  { workload: "pan-all", most: 1 / 40, sizes: [20_000] },
  { workload: "remote", most: 1 / 4, sizes: [20_000] },
  { workload: "picture", figure: "complete", most: 1 / 30, sizes: [20_000] },
];

/** Figures that may not grow with the board: at most so many times from 1,000 to 20,000 shapes. */
const MOST_GROWTH = 1.3;
const GROWTH = ["pan", "pen", "drag", "drag-500"];

const MOST_FRAME_MS = 20;
const FRAMES = ["pan", "pan-all", "drag", "drag-500", "pen", "remote"];

/** Of ours alone. */
const OWN_GOALS: readonly {
  title: string;
  workload: string;
  figure: string;
  most: number;
  size?: number;
}[] = [
  {
    title: "document: first picture, ms",
    workload: "document",
    figure: "first",
    most: 300,
    size: 20_000,
  },
  {
    title: "document: complete picture, ms",
    workload: "document",
    figure: "complete",
    most: 1_000,
    size: 20_000,
  },
  {
    title: "document: longest frame, ms",
    workload: "document",
    figure: "frameMax",
    most: 100,
    size: 20_000,
  },
  {
    title: "memory of the tab, MB",
    workload: "memory",
    figure: "megabytes",
    most: 300,
    size: 20_000,
  },
  {
    title: "frames on an idle board",
    workload: "idle",
    figure: "frames",
    most: 0,
  },
];

/** Prints which goals are met, of those that were measured. */
export function printGoals(results: Results, sizes: readonly number[]): void {
  console.log("\nGoals");
  const ours = (size: number, workload: string, figure = "main") =>
    results.median(size, "ours", workload, figure);
  for (const { workload, figure = "main", most, sizes: wanted } of PEER_GOALS)
    for (const size of wanted) {
      const own = ours(size, workload, figure);
      const peer = results.median(size, "excalidraw", workload, figure);
      if (own === undefined || peer === undefined) continue;
      const what = `${workload} at ${size}: share of Excalidraw's`;
      judge(what, own / peer, most, 3);
    }
  for (const workload of GROWTH) {
    const small = ours(1_000, workload);
    const large = ours(20_000, workload);
    if (small === undefined || large === undefined) continue;
    judge(`${workload}: growth from 1000 to 20000`, large / small, MOST_GROWTH);
  }
  for (const size of sizes)
    for (const workload of FRAMES) {
      const p95 = ours(size, workload, "frameP95");
      if (p95 === undefined) continue;
      judge(`${workload} at ${size}: p95 of frames, ms`, p95, MOST_FRAME_MS);
    }
  for (const { title, workload, figure, most, size } of OWN_GOALS)
    for (const of of size ? [size] : sizes) {
      const own = ours(of, workload, figure);
      if (own !== undefined) judge(`${title}, at ${of}`, own, most);
    }
}

function judge(what: string, value: number, most: number, digits = 1): void {
  const verdict = value <= most ? "met" : "MISSED";
  const figures = `${value.toFixed(digits)} of at most ${most.toFixed(digits)}`;
  console.log(`  ${verdict.padEnd(8)}${what.padEnd(46)}${figures}`);
}
