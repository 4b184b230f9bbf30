import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { RoomLink } from "@/client/sync/room-link";
import { systemClock } from "@/core/base/clock";
import { asBoardId, asShapeId, asUserId } from "@/core/base/ids";
import { systemRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import type { NewShape } from "@/core/board/draft";
import { boardPoint } from "@/core/geometry/point";
import { keepingNothing } from "@/demo/keeping-nothing";
import { openNodeSocket } from "@/demo/node-socket";
import { percentile, printTable } from "../storage/report";
import { openBenchRoom } from "./bench-room";
import { openCountingLine } from "./counting-line";

// What it takes to come back after the line was cut, in a room of 2,000 shapes: for a page of ours, and for the y-websocket
// package as it is published. Milliseconds from the next attempt until the page is live and all of it on the server's disk; until the
// package calls itself synced, which says nothing of its own changes. Bytes of TCP both ways.

const SHAPES = 2_000;
const RUNS = 20;
const ROOM = asBoardId("bench");

/** Somebody in the room who can be kept off it and come back. */
interface Member {
  /** Changes the board `count` times. */
  draw(count: number): void;
  leave(): Promise<void>;
  /** Resolves once the member says that all is well. */
  comeBack(): Promise<void>;
}

const room = await openBenchRoom();
const line = await openCountingLine(room.port);
const syncUrl = `ws://127.0.0.1:${line.port}/sync`;

const rows: (string | number)[][] = [["", "ms p50", "ms p95", "bytes"]];
const makers = { Boardwalk: openOurs, "y-websocket": openStock };
for (const [name, open] of Object.entries(makers)) {
  const member = await open();
  if (name === "Boardwalk") member.draw(SHAPES);
  for (const waiting of [0, 100]) {
    const times: number[] = [];
    const bytes: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      await member.leave();
      member.draw(waiting);
      const before = line.carried();
      const start = performance.now();
      await member.comeBack();
      times.push(performance.now() - start);
      // What comes right after, such as who is here, belongs to it.
      await sleep(100);
      bytes.push(line.carried() - before);
    }
    rows.push([
      `${name}, ${waiting} changes waiting`,
      percentile(times, 50),
      percentile(times, 95),
      percentile(bytes, 50),
    ]);
  }
  await member.leave();
}
printTable(`Back in a room of ${SHAPES} shapes and more`, rows);
process.exit(0);

async function openOurs(): Promise<Member> {
  const parts = { clock: systemClock, random: systemRandom };
  const user = asUserId("bench");
  const board = new Board(new Y.Doc(), { user, ...parts });
  const link = new RoomLink({
    room: ROOM,
    user,
    doc: board.doc,
    syncUrl,
    name: "Bench",
    ...keepingNothing(ROOM),
    openSocket: openNodeSocket,
    talk: { connected() {}, cut() {}, receive() {} },
    ...parts,
    shapeOf: (id) => board.get(id),
    textIndexOf: () => undefined,
  });
  const isSettled = () => {
    const { state } = link.saves.state.get();
    const isLive = link.connection.status.get().state === "live";
    return isLive && (state === "saved" || state === "untouched");
  };
  const comeBack = async () => {
    link.connection.connect();
    while (!isSettled()) await sleep(1);
  };
  await comeBack();
  return {
    draw(count) {
      for (let i = 0; i < count; i++) {
        const id = asShapeId(`shape-${board.size}`);
        board.change("draw", (draft) => {
          draft.add({ ...noteAt(i), id });
        });
      }
    },
    async leave() {
      while (!isSettled()) await sleep(1);
      link.connection.dispose();
      await sleep(50);
    },
    comeBack,
  };
}

function noteAt(i: number): NewShape {
  return {
    kind: "note",
    at: boardPoint(i, i),
    size: { width: 200, height: 200 },
    fill: "#ffec99",
    text: "",
  };
}

async function openStock(): Promise<Member> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(syncUrl, ROOM, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const comeBack = async () => {
    provider.connect();
    while (!provider.synced) await sleep(1);
  };
  await comeBack();
  return {
    draw(count) {
      for (let i = 0; i < count; i++) {
        const record = new Y.Map(Object.entries(noteAt(i)));
        doc.getMap("stock").set(`${doc.clientID}/${Math.random()}`, record);
      }
    },
    async leave() {
      provider.disconnect();
      while (provider.wsconnected) await sleep(1);
      await sleep(50);
    },
    comeBack,
  };
}
