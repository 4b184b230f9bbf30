import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "@/core/base/random";
import { printTable } from "../storage/report";
import { joinFloor, joinHocuspocus, joinStock } from "./dialects/awareness";
import { joinLive } from "./dialects/live";
import type { Member } from "./dialects/member";
import { joinSocketIo } from "./dialects/socket-io";
import type { Contestant } from "./measure/fan-out-table";
import { readOptions, takingPart } from "./measure/options";
import { inTurns } from "./measure/rounds";
import { ServerProcess } from "./measure/server-process";

// 5,000 sockets in 500 rooms, in which nothing happens: what each costs the server in memory, garbage collected, and all of them in
// CPU. Needs leave for 5,000 files in each of two processes (`ulimit -n`).

const ROOMS = 500;
const PEOPLE = 10;
const AT_ONCE = 50;
const SETTLE_MS = 6_000;
const WATCH_MS = 5_000;

const options = readOptions();
const contestants = takingPart<Contestant>(
  [
    { name: "floor", server: "floor", join: joinFloor },
    { name: "ours", server: "boardwalk", join: joinLive },
    {
      name: "ours, stock clients",
      server: "boardwalk",
      join: joinStock((room) => `/sync/${room}`),
    },
    { name: "hocuspocus", server: "hocuspocus", join: joinHocuspocus },
    {
      name: "y-websocket",
      server: "y-websocket",
      join: joinStock((room) => `/${room}`),
    },
    { name: "socket.io", server: "socket-io", join: joinSocketIo('"a":1') },
  ],
  options,
);
const results = await inTurns(contestants, options.rounds, measure);
const floor = results.find((_, i) => contestants[i]!.name === "floor");
printTable(`${ROOMS * PEOPLE} idle sockets in ${ROOMS} rooms`, [
  ["", "KiB a socket", "above floor", "of it heap", "above floor", "CPU ms/s"],
  ...results.map(({ memory, heap, cpu }, i) => [
    contestants[i]!.name,
    memory,
    floor ? memory - floor.memory : "",
    heap,
    floor ? heap - floor.heap : "",
    cpu,
  ]),
]);

async function measure({ server: name, join }: Contestant) {
  const server = await ServerProcess.start(name);
  const empty = await server.usage({ collect: true });
  const random = seededRandom(1);
  const members: Member[] = [];
  while (members.length < ROOMS * PEOPLE) {
    const first = members.length;
    const joining = Array.from({ length: AT_ONCE }, (_, i) =>
      join({
        port: server.port,
        room: `bench-${(first + i) % ROOMS}`,
        index: Math.floor((first + i) / ROOMS),
        random,
        arrived: () => {},
      }),
    );
    members.push(...(await Promise.all(joining)));
  }
  await sleep(SETTLE_MS);
  const before = await server.usage({ collect: true });
  await sleep(WATCH_MS);
  const after = await server.usage();
  await Promise.all(members.map(({ socket }) => socket.close()));
  await server.stop();
  const bytes = before.memoryBytes - empty.memoryBytes;
  return {
    memory: bytes / 1024 / members.length,
    heap: (before.heapBytes - empty.heapBytes) / 1024 / members.length,
    cpu: ((after.cpuSeconds - before.cpuSeconds) * 1000) / (WATCH_MS / 1000),
  };
}
