import { systemClock } from "@/core/base/clock";
import { randomInteger, systemRandom } from "@/core/base/random";
import { parseBoardId } from "@/core/protocol/room-name";
import { readDrawings } from "./drawings";
import { simulate } from "./simulate";

// Run by scripts/demo.mjs: node main.mjs <ws url of the server> <room> <people> <file of drawings>

const [syncUrl, roomName, people, drawings] = process.argv.slice(2);
const room = parseBoardId(roomName ?? "");
if (!syncUrl || !room || !people || !drawings)
  throw new RangeError("The demo needs a server, a room, people and drawings.");

const leaving = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => leaving.abort());
// The one who started us is gone.
process.once("disconnect", () => leaving.abort());

await simulate({
  syncUrl,
  room,
  people: Number(people),
  drawings: readDrawings(drawings),
  clock: systemClock,
  seed: randomInteger(systemRandom, 2 ** 31),
  going: leaving.signal,
});
process.exit();
