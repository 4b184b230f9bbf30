import { joinFloor, joinHocuspocus, joinStock } from "./dialects/awareness";
import { joinLive } from "./dialects/live";
import { joinSocketIo } from "./dialects/socket-io";
import { compareFanOut, type Contestant } from "./measure/fan-out-table";
import { readOptions } from "./measure/options";

// Everybody in a room moves their cursor 20 times a second, and sees the cursors of all the others.

const PER_SECOND = 20;
/** By socket.io's users: about what an awareness state says. */
const SAID =
  '"user":{"name":"Person 100","color":"#1971c2"},"cursor":{"x":1000.5,"y":2718.2},"tool":"select"';

const live: Contestant = {
  name: "ours, live lane",
  server: "boardwalk",
  join: joinLive,
};
const contestants: readonly Contestant[] = [
  { name: "floor", server: "floor", join: joinFloor },
  live,
  {
    name: "ours, awareness",
    server: "boardwalk",
    join: joinStock((room) => `/sync/${room}`),
  },
  { name: "hocuspocus", server: "hocuspocus", join: joinHocuspocus },
  {
    name: "y-websocket",
    server: "y-websocket",
    join: joinStock((room) => `/${room}`),
  },
  { name: "socket.io", server: "socket-io", join: joinSocketIo(SAID) },
];

const options = readOptions();
for (const people of options.people ? [options.people] : [50, 100, 200])
  await compareFanOut(`${people} people's cursors`, contestants, {
    scene: { rooms: 1, people, senders: people, perSecond: PER_SECOND },
    options,
  });
await compareFanOut("300 people's cursors", [live], {
  scene: { rooms: 1, people: 300, senders: 300, perSecond: PER_SECOND },
  options,
});
