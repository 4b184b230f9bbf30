import { setTimeout as sleep } from "node:timers/promises";
import { percentile, printTable } from "../storage/report";
import { BenchClient } from "../wire/bench-client";
import {
  joinFloorEdits,
  joinHocuspocusStrokes,
  joinStockStrokes,
} from "./dialects/yjs-strokes";
import { compareFanOut, type Contestant } from "./measure/fan-out-table";
import { readOptions } from "./measure/options";
import { inTurns } from "./measure/rounds";
import { ServerProcess } from "./measure/server-process";

// Edits of the document: how soon another has them, and how soon ours are on disk. The first by stock updates, which the floor
// passes on as they are; one person's edits come after a pause each, those of many share ticks.

const EDITS_EACH = 20;
const MANY = 10;

const contestants: readonly Contestant[] = [
  { name: "floor", server: "floor", join: joinFloorEdits },
  {
    name: "ours, on disk",
    server: "boardwalk",
    join: joinStockStrokes((room) => `/sync/${room}`),
  },
  { name: "hocuspocus", server: "hocuspocus", join: joinHocuspocusStrokes },
  {
    name: "y-websocket",
    server: "y-websocket",
    join: joinStockStrokes((room) => `/${room}`),
  },
];

const options = readOptions();
for (const senders of [1, MANY])
  await compareFanOut(
    `${senders * EDITS_EACH} edits a second by ${senders}, in a room of ${MANY}`,
    contestants,
    {
      scene: { rooms: 1, people: MANY, senders, perSecond: EDITS_EACH },
      options,
    },
  );

const [saved] = await inTurns([undefined], options.rounds, measureSaved);
printTable(`${MANY * EDITS_EACH} edits a second: milliseconds to \`saved\``, [
  ["", "p50", "p95"],
  ["ours, synchronous=FULL", saved!.p50, saved!.p95],
]);

async function measureSaved() {
  const server = await ServerProcess.start("boardwalk");
  const url = `ws://127.0.0.1:${server.port}/sync/bench`;
  const clients: BenchClient[] = [];
  for (let i = 0; i < MANY; i++) clients.push(await BenchClient.join(url));
  const times = (await Promise.all(clients.map(edit))).flat();
  await server.stop();
  return { p50: percentile(times, 50), p95: percentile(times, 95) };
}

async function edit(client: BenchClient, person: number): Promise<number[]> {
  const period = 1000 / EDITS_EACH;
  // Apart from each other, as people are.
  const begin = performance.now() + (person * period) / MANY;
  const shapes = client.doc.getMap("shapes");
  const times: Promise<number>[] = [];
  for (let i = 0; i < options.seconds * EDITS_EACH; i++) {
    await sleep(Math.max(0, begin + i * period - performance.now()));
    const start = performance.now();
    shapes.set(`${client.doc.clientID}/${i}`, [i, i, "#1971c2"]);
    times.push(client.saved().then((at) => at - start));
  }
  return Promise.all(times);
}
