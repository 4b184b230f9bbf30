import { printTable } from "../../storage/report";
import type { Join } from "../dialects/member";
import { fanOut, type FanOutOptions, type FanOutResult } from "./fan-out";
import { takingPart, type Options } from "./options";
import { inTurns } from "./rounds";
import type { ServerName } from "./server-process";

export interface Contestant {
  /** Its first word is what one gives to `--only`. */
  readonly name: string;
  readonly server: ServerName;
  readonly join: Join;
}

type Scene = Omit<FanOutOptions, "server" | "join" | "seconds">;

/** Measures the same scene on each server and prints what came of it. */
export async function compareFanOut(
  title: string,
  contestants: readonly Contestant[],
  { scene, options }: { scene: Scene; options: Options },
): Promise<void> {
  const here = takingPart(contestants, options);
  const { rounds, seconds } = options;
  const results = await inTurns<Contestant, keyof FanOutResult>(
    here,
    rounds,
    ({ server, join }) => fanOut({ server, join, seconds, ...scene }),
  );
  const isPeer = ({ server }: Contestant) =>
    server !== "floor" && server !== "boardwalk";
  const floor = results.find((_, i) => here[i]!.server === "floor");
  // Who loses half of it has saved the work.
  const bestPeer = Math.min(
    ...results
      .filter((result, i) => isPeer(here[i]!) && result.delivered > 0.95)
      .map(({ cpu }) => cpu),
  );
  printTable(title, [
    HEAD,
    ...results.map((result, i) => [
      here[i]!.name,
      result.p50,
      result.p95,
      result.p99,
      result.cpu,
      floor ? result.cpu / floor.cpu : "",
      Number.isFinite(bestPeer) ? result.cpu / bestPeer : "",
      result.bytes,
      result.memory,
      `${(result.delivered * 100).toFixed(1)} %`,
      result.cores,
      result.loadCpu,
    ]),
  ]);
}

const HEAD = [
  "",
  "ms p50",
  "p95",
  "p99",
  "CPU s/100k",
  "× floor",
  "× best peer",
  "bytes each",
  "KiB/socket",
  "delivered",
  "cores",
  "load s/100k",
];
