import { WORKLOADS } from "../workloads/all-workloads";
import type { Results } from "./results";

interface Row {
  readonly title: string;
  readonly workload: string;
  readonly figure: string;
}

const GESTURES = WORKLOADS.filter(
  ({ name }) => name !== "memory" && name !== "idle",
);
const rowsOf = (figure: string): Row[] =>
  GESTURES.map(({ name, title }) => ({ title, workload: name, figure }));

const TABLES: readonly { title: string; rows: readonly Row[] }[] = [
  { title: "main thread, ms per step", rows: rowsOf("main") },
  { title: "whole process, ms per step", rows: rowsOf("process") },
  { title: "frame time, p50, ms", rows: rowsOf("frameP50") },
  { title: "frame time, p95, ms", rows: rowsOf("frameP95") },
  {
    title: "loading, memory and rest",
    rows: [
      row("page until it takes a scene, ms", "load", "page"),
      row("first picture, ms", "picture", "first"),
      row("complete picture, ms", "picture", "complete"),
      row("  longest frame meanwhile, ms", "picture", "frameMax"),
      row("  main thread, conversion too, ms", "picture", "main"),
      row("document: first picture, ms", "document", "first"),
      row("document: complete picture, ms", "document", "complete"),
      row("  longest frame meanwhile, ms", "document", "frameMax"),
      row("  main thread, conversion too, ms", "document", "main"),
      row("memory of the tab, MB", "memory", "megabytes"),
      row("idle: frames in 2 s", "idle", "frames"),
      row("idle: main thread in 2 s, ms", "idle", "main"),
    ],
  },
];

function row(title: string, workload: string, figure: string): Row {
  return { title, workload, figure };
}

/** Prints all figures of a size, beside those of the others as multiples of ours. */
export function printTables(results: Results, size: number): void {
  const { names } = results;
  for (const { title, rows } of TABLES) {
    const filled = rows.filter((line) =>
      names.some((name) => cell(results, size, name, line) !== ""),
    );
    if (filled.length === 0) continue;
    console.log(`\n${size} shapes: ${title}`);
    print(["", ...names]);
    for (const line of filled)
      print([
        line.title,
        ...names.map((name) => cell(results, size, name, line)),
      ]);
  }
  for (const name of names)
    for (const workload of [
      "session",
      "picture",
      ...WORKLOADS.map((w) => w.name),
    ]) {
      const reason = results.failure(size, name, workload);
      if (reason) console.log(`  ${name}, ${workload}: ${reason}`);
    }
}

function cell(
  results: Results,
  size: number,
  name: string,
  { workload, figure }: Row,
): string {
  const value = results.median(size, name, workload, figure);
  if (value === undefined)
    return results.failure(size, name, workload) ? "failed" : "";
  const ours = results.median(size, "ours", workload, figure);
  const ratio =
    name === "ours" || !ours ? "" : ` (${(value / ours).toFixed(1)}x)`;
  const isCut = results.median(size, name, workload, "isCut") === 1;
  return `${isCut ? "~" : ""}${number(value)}${ratio}`;
}

const number = (value: number) =>
  value < 100 ? value.toFixed(1) : Math.round(value).toString();

function print([first, ...cells]: readonly string[]): void {
  const columns = cells.map((text) => text.padStart(18));
  console.log(`  ${first!.padEnd(36)}${columns.join("")}`);
}
