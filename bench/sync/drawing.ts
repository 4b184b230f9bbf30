import { joinSocketIo } from "./dialects/socket-io";
import { joinFloorStrokes, joinOurStrokes } from "./dialects/strokes";
import {
  joinHocuspocusStrokes,
  joinStockStrokes,
} from "./dialects/yjs-strokes";
import { compareFanOut } from "./measure/fan-out-table";
import { readOptions } from "./measure/options";

// Five people draw before fifty who watch. A delivery is one point of a pen, at one of the others. Our client gathers
// points for 33 ms, and the times of the live lane hold that wait; all others are sent each point as it comes, the floor in the form
// that one point has in our live lane. A second floor is sent the very frames of our client.

const FRAMES_PER_SECOND = 30;
const DRAWING = 5;
const WATCHING = 50;

const options = readOptions();
for (const perSecond of [60, 120]) {
  const pointsPerFrame = perSecond / FRAMES_PER_SECOND;
  await compareFanOut(
    `${DRAWING} people draw before ${WATCHING}: an ink point at ${perSecond} Hz`,
    [
      {
        name: "floor",
        server: "floor",
        join: joinFloorStrokes({ perSecond, pointsPerFrame: 1 }),
      },
      {
        name: "floor, our frames",
        server: "floor",
        join: joinFloorStrokes({ perSecond, pointsPerFrame }),
      },
      {
        name: "ours, live lane",
        server: "boardwalk",
        join: joinOurStrokes({ perSecond, pointsPerFrame }),
      },
      {
        name: "ours, Yjs updates",
        server: "boardwalk",
        join: joinStockStrokes((room) => `/sync/${room}`),
      },
      {
        name: "hocuspocus",
        server: "hocuspocus",
        join: joinHocuspocusStrokes,
      },
      {
        name: "y-websocket",
        server: "y-websocket",
        join: joinStockStrokes((room) => `/${room}`),
      },
      {
        name: "socket.io",
        server: "socket-io",
        join: joinSocketIo('"stroke":"stroke-1000","x":1000.5,"y":2718.2'),
      },
    ],
    {
      scene: {
        rooms: 1,
        people: DRAWING + WATCHING,
        senders: DRAWING,
        perSecond,
      },
      options,
    },
  );
}
