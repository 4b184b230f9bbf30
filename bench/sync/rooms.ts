import {
  joinFloorEdits,
  joinHocuspocusStrokes,
  joinStockStrokes,
} from "./dialects/yjs-strokes";
import { compareFanOut } from "./measure/fan-out-table";
import { readOptions } from "./measure/options";

// A whole school: 500 rooms of four people, each of whom changes the document once a second. Ours has all of it on disk.

await compareFanOut(
  "500 rooms of 4, an edit a second each",
  [
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
  ],
  {
    scene: { rooms: 500, people: 4, senders: 4, perSecond: 1 },
    options: readOptions(),
  },
);
