import { setImmediate } from "node:timers/promises";
import * as Y from "yjs";
import { systemClock } from "@/core/base/clock";
import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import { boardPoint } from "@/core/geometry/point";
import { checkInSteps } from "@/server/rooms/guard/checked-update";
import { RoomDocument } from "@/server/rooms/room-document";
import { nextTurn } from "@/server/rooms/slices/turns";
import { WorkerCutter } from "@/server/rooms/slices/worker-cutter";
import { bundleForNode } from "../../scripts/lib/bundle-for-node.mjs";
import { printTable } from "../storage/report";

// For how long a board of 20,000 shapes keeps the server's event loop from everything else: what the server does, beside Yjs's way
// of doing the same at once.

const SHAPES = 20_000;
const SHAPES_PER_CHANGE = 100;
const PEOPLE = 10;
const MOVES = 50_000;
const RUNS = 3;

const random = seededRandom(1);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const cutter = new WorkerCutter({
  workerUrl: await bundleForNode("server/rooms/slices/cutter-worker.ts"),
  log: silent,
});

const openBoard = (doc: Y.Doc) =>
  new Board(doc, {
    user: asUserId("bench-user-0001"),
    clock: systemClock,
    random,
  });

/** A board on which ten people have drawn and moved things about, and a second copy of it with one more of them. */
function usedBoard(): Y.Doc {
  let sent: Uint8Array[] = [];
  const docs = Array.from({ length: PEOPLE }, () => new Y.Doc());
  const boards = docs.map(openBoard);
  for (const doc of docs)
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "network") sent.push(update);
    });
  const share = () => {
    const update = Y.mergeUpdates(sent);
    sent = [];
    for (const doc of docs) Y.applyUpdate(doc, update, "network");
  };
  const [first] = boards as [Board];
  fill(first);
  share();
  const ids = first.inOrder().map(({ id }) => id);
  for (let moved = 0; moved < MOVES;) {
    for (const board of boards)
      board.change("move", (draft) => {
        for (let i = 0; i < 50; i++, moved++) {
          const id = ids[Math.floor(random.next() * ids.length)]!;
          draft.set(id, { at: boardPoint(random.next() * 9_000, moved) });
        }
      });
    share();
  }
  return docs[0]!;
}

function fill(board: Board): void {
  for (let i = 0; i < SHAPES; i += SHAPES_PER_CHANGE)
    board.change("fill", (draft) => {
      for (let j = i; j < i + SHAPES_PER_CHANGE; j++)
        draft.add({
          kind: "note",
          at: boardPoint((j % 100) * 220, Math.floor(j / 100) * 220),
          size: { width: 200, height: 200 },
        });
    });
}

/** The longest time in which nothing else could run while `work` was done, and all of its time; milliseconds. */
async function blockedBy(work: () => Promise<unknown>) {
  let isDone = false;
  let longest = 0;
  const start = performance.now();
  let last = start;
  // A long collection of garbage belongs to it as well.
  const probe = async () => {
    while (!isDone) {
      await setImmediate();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
  };
  const probing = probe();
  await work();
  isDone = true;
  await probing;
  return { longest, total: performance.now() - start };
}

const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const ready = async (parts: Uint8Array[]) => {
  const document = new RoomDocument(parts, { cutter, clock: systemClock });
  await document.whenReady;
  return document;
};

async function takeIn(document: RoomDocument, update: Uint8Array) {
  const steps = checkInSteps(update, {
    ruleFor: (client) => ({
      known: document.reached([client]).get(client)!,
      admits: "everything",
    }),
    buries: () => false,
  });
  let step = steps.next();
  for (; !step.done; step = steps.next()) await nextTurn();
  for (const slice of await cutter.cut(step.value.structs)) {
    document.apply(slice);
    await nextTurn();
  }
  for (const part of document.cutDeletes(step.value)) {
    if (part) document.apply(part);
    await nextTurn();
  }
}

const board = usedBoard();
const stored = Y.encodeStateAsUpdate(board);
const pasted = (() => {
  const doc = new Y.Doc();
  fill(openBoard(doc));
  return Y.encodeStateAsUpdate(doc);
})();
const deletion = (() => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored);
  const known = Y.encodeStateVector(doc);
  const copy = openBoard(doc);
  const ids = copy.inOrder().map(({ id }) => id);
  copy.change("delete", (draft) => {
    for (const id of ids) draft.remove(id);
  });
  return Y.encodeStateAsUpdate(doc, known);
})();
const nothing = Y.encodeStateVector(new Y.Doc());
const hadHalf = Y.encodeStateVectorFromUpdate(pasted);

interface Work {
  readonly name: string;
  readonly ours: () => Promise<() => Promise<unknown>>;
  readonly atOnce: () => () => unknown;
}

const fresh = () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored);
  return doc;
};

const works: Work[] = [
  {
    name: "the stored board is loaded",
    ours: async () => () => ready([stored]),
    atOnce: () => () => fresh(),
  },
  {
    name: "20,000 shapes are pasted",
    ours: async () => {
      const document = await ready([stored]);
      return () => takeIn(document, pasted);
    },
    atOnce: () => {
      const doc = fresh();
      return () => Y.applyUpdate(doc, pasted);
    },
  },
  {
    name: "all is deleted",
    ours: async () => {
      const document = await ready([stored]);
      return () => takeIn(document, deletion);
    },
    atOnce: () => {
      const doc = fresh();
      return () => Y.applyUpdate(doc, deletion);
    },
  },
  {
    name: "the board is told to one who has a little of it",
    ours: async () => {
      const document = await ready([stored]);
      return async () => {
        for (const slice of document.missing(hadHalf)) {
          void slice;
          await nextTurn();
        }
      };
    },
    atOnce: () => {
      const doc = fresh();
      return () => Y.encodeStateAsUpdate(doc, hadHalf);
    },
  },
  {
    name: "the board is encoded anew for joiners",
    ours: async () => {
      const document = await ready([stored]);
      return () => document.encode();
    },
    atOnce: () => {
      const doc = fresh();
      return () => Y.encodeStateAsUpdate(doc, nothing);
    },
  },
  {
    name: "its digest is told",
    ours: async () => {
      const document = await ready([stored]);
      return async () => document.digest;
    },
    atOnce: () => {
      const doc = fresh();
      return () => Y.createDeleteSetFromStructStore(doc.store);
    },
  },
];

const rows: (string | number)[][] = [];
for (const { name, ours, atOnce } of works) {
  const longest: number[] = [];
  const total: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const measured = await blockedBy(await ours());
    longest.push(measured.longest);
    total.push(measured.total);
    const work = atOnce();
    const start = performance.now();
    work();
    whole.push(performance.now() - start);
  }
  rows.push([name, median(longest), median(total), median(whole)]);
}
printTable(
  `${SHAPES} shapes, moved ${MOVES} times by ${PEOPLE} people, ${stored.byteLength} bytes; milliseconds`,
  [["", "longest block", "all of it", "Yjs at once"], ...rows],
);
await cutter.close();
