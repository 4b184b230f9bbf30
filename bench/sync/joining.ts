import { setTimeout as sleep } from "node:timers/promises";
import { printTable } from "../storage/report";
import { joinUntil, supply } from "./dialects/reader";
import { boardOfNotes } from "./measure/board";
import { readOptions, takingPart } from "./measure/options";
import { inTurns } from "./measure/rounds";
import { ServerProcess, type ServerName } from "./measure/server-process";

// Joining a board of 10,000 shapes in which nothing has changed since somebody joined last: what a join costs the server, how long it
// takes, and how long it takes for 50 at once. The document counts as there once its bytes are; what a page then makes of them is
// the same for all. socket.io keeps no documents.

const SHAPES = 10_000;
const JOINS = 20;
const AT_ONCE = 50;
/** What a server does after a change, such as storing it, is done then. */
const SETTLE_MS = 4_000;

interface Contestant {
  readonly name: string;
  readonly server: ServerName;
}

const options = readOptions();
const contestants: Contestant[] = takingPart<Contestant>(
  [
    { name: "floor", server: "floor" },
    { name: "ours", server: "boardwalk" },
    { name: "hocuspocus", server: "hocuspocus" },
    { name: "y-websocket", server: "y-websocket" },
  ],
  options,
);
const update = boardOfNotes(SHAPES);
const results = await inTurns(contestants, options.rounds, measure);
const floor = results.find((_, i) => contestants[i]!.name === "floor");
printTable(
  `Joining ${SHAPES} shapes, ${Math.round(update.byteLength / 1024)} KiB`,
  [
    ["", "CPU ms a join", "ms a join", "ms, 50 at once", "× floor"],
    ...results.map(({ cpu, alone, together }, i) => [
      contestants[i]!.name,
      cpu,
      alone,
      together,
      floor ? together / floor.together : "",
    ]),
  ],
);

async function measure({ server: name }: Contestant) {
  const server = await ServerProcess.start(name);
  const place = { port: server.port, room: "bench" };
  const whole = { server: name, bytes: update.byteLength };
  const keeper = await supply(place, { server: name, update });
  await sleep(SETTLE_MS);
  await (await joinUntil(place, whole)).close();
  const before = await server.usage();
  let alone = 0;
  for (let i = 0; i < JOINS; i++) {
    const start = performance.now();
    const socket = await joinUntil(place, whole);
    alone += performance.now() - start;
    await socket.close();
  }
  const after = await server.usage();
  const start = performance.now();
  const sockets = await Promise.all(
    Array.from({ length: AT_ONCE }, () => joinUntil(place, whole)),
  );
  const together = performance.now() - start;
  await Promise.all([keeper, ...sockets].map((socket) => socket.close()));
  await server.stop();
  const cpu = ((after.cpuSeconds - before.cpuSeconds) * 1000) / JOINS;
  return { cpu, alone: alone / JOINS, together };
}
