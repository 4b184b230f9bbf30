import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { percentile, printTable } from "../storage/report";
import { joinUntil, supply } from "./dialects/reader";
import { boardOfNotes } from "./measure/board";
import { readOptions } from "./measure/options";
import { inTurns } from "./measure/rounds";
import { ServerProcess } from "./measure/server-process";

// The first to join a room that lies on disk, beside the second. A server that has just started, and 10 rooms of it. Of ours alone:
// the peers are measured without a storage.

const SHAPES = 10_000;
const ROOMS = 10;

const { rounds } = readOptions();
const update = boardOfNotes(SHAPES);
const [result] = await inTurns([undefined], rounds, measure);
printTable(`The first to join a stored room of ${SHAPES} shapes`, [
  ["", "ms p50", "ms p95"],
  ["first", result!.cold, result!.cold95],
  ["second", result!.warm, result!.warm95],
  ["ratio", result!.cold / result!.warm, ""],
]);

async function measure() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-cold-"));
  const names = Array.from({ length: ROOMS }, (_, i) => `bench-${i}`);
  const before = await ServerProcess.start("boardwalk", { dataDir });
  for (const room of names) {
    const place = { port: before.port, room };
    const socket = await supply(place, { server: "boardwalk", update });
    await socket.close();
  }
  await before.stop();
  const server = await ServerProcess.start("boardwalk", { dataDir });
  const join = async (room: string) => {
    const start = performance.now();
    const socket = await joinUntil(
      { port: server.port, room },
      { server: "boardwalk", bytes: update.byteLength },
    );
    const took = performance.now() - start;
    return { took, socket };
  };
  // The first of all also compiles what it runs.
  await (await join(names[0]!)).socket.close();
  const cold: number[] = [];
  const warm: number[] = [];
  for (const room of names.slice(1)) {
    const first = await join(room);
    cold.push(first.took);
    const second = await join(room);
    warm.push(second.took);
    await Promise.all([first.socket.close(), second.socket.close()]);
  }
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
  return {
    cold: percentile(cold, 50),
    cold95: percentile(cold, 95),
    warm: percentile(warm, 50),
    warm95: percentile(warm, 95),
  };
}
