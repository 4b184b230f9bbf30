import { setTimeout as sleep } from "node:timers/promises";
import { percentile, printTable } from "../storage/report";
import type { BenchClient } from "./bench-client";
import { openBenchRoom } from "./bench-room";

// How long it takes until somebody who has drawn is told that it is on disk, over a real socket and SQLite.

const SECONDS = 5;

const rows: (string | number)[][] = [["", "p50", "p95"]];
for (const { people, perSecond } of [
  { people: 1, perSecond: 10 },
  { people: 1, perSecond: 40 },
  { people: 20, perSecond: 10 },
]) {
  const room = await openBenchRoom();
  const clients: BenchClient[] = [];
  for (let i = 0; i < people; i++) clients.push(await room.join());
  const times = (
    await Promise.all(clients.map((client) => draw(client, perSecond)))
  ).flat();
  const name = `${people} × ${perSecond} changes a second`;
  rows.push([name, percentile(times, 50), percentile(times, 95)]);
  await room.close();
}
printTable("From a change to its `saved` (milliseconds)", rows);

async function draw(client: BenchClient, perSecond: number): Promise<number[]> {
  const times: Promise<number>[] = [];
  for (let i = 0; i < SECONDS * perSecond; i++) {
    const start = performance.now();
    client.doc.getMap("shapes").set(`${client.doc.clientID}/${i}`, i);
    times.push(client.saved().then((at) => at - start));
    await sleep(1000 / perSecond);
  }
  return Promise.all(times);
}
