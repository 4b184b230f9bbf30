import * as Y from "yjs";
import { systemClock } from "@/core/base/clock";
import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import { boardPoint } from "@/core/geometry/point";
import { ClientIdKeeper } from "@/server/rooms/guard/client-id-keeper";
import { ClientIds } from "@/server/rooms/guard/client-ids";
import { UpdateGuard } from "@/server/rooms/guard/update-guard";
import { RoomDocument } from "@/server/rooms/room-document";
import { cutHere } from "@/server/rooms/slices/update-cutter";
import { printTable } from "../storage/report";

// What the server pays for not believing a small change: reading and judging it, beside reading it with Yjs and taking it in.

const SHAPES = 5_000;
const MOVES = 20_000;
const RUNS = 5;

const random = seededRandom(1);
const speaker = { user: asUserId("bench-user-0001") };

/** A board, and a person's changes of it one by one: each moves a shape, which overwrites one entry of its record. */
function work() {
  const doc = new Y.Doc();
  const { user } = speaker;
  const board = new Board(doc, { user, clock: systemClock, random });
  board.change("fill", (draft) => {
    for (let i = 0; i < SHAPES; i++)
      draft.add({
        kind: "note",
        at: boardPoint(i * 220, 0),
        size: { width: 200, height: 200 },
      });
  });
  const stored = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const ids = board.inOrder().map(({ id }) => id);
  for (let i = 0; i < MOVES; i++)
    board.change("move", (draft) =>
      draft.set(ids[Math.floor(random.next() * ids.length)]!, {
        at: boardPoint(i, random.next() * 9_000),
      }),
    );
  return { stored, updates, client: doc.clientID };
}

const { stored, updates, client } = work();

function guarded() {
  const document = new RoomDocument([], {
    cutter: cutHere,
    clock: systemClock,
  });
  document.apply(stored);
  const ids = new ClientIds({
    stored: [[client, speaker.user]],
    reserved: () => document.serverId,
    doubt() {},
  });
  const guard = new UpdateGuard({
    ids,
    keeper: new ClientIdKeeper({ ids, store: async () => {} }),
    read: (question) => document.read(question),
  });
  return { document, guard };
}

/** Microseconds an update that `judge` takes, and that taking it in takes. */
function measure(
  judge: (update: Uint8Array) => unknown,
  document: RoomDocument,
) {
  let judging = 0;
  let applying = 0;
  for (const update of updates) {
    const start = performance.now();
    judge(update);
    const middle = performance.now();
    document.apply(update);
    applying += performance.now() - middle;
    judging += middle - start;
  }
  const each = (total: number) => (total * 1_000) / updates.length;
  return [each(judging), each(applying)] as const;
}

const best = (runs: readonly (readonly [number, number])[]) =>
  [0, 1].map((i) => Math.min(...runs.map((run) => run[i]!)).toFixed(1));

const repeat = (run: () => readonly [number, number]) =>
  best(Array.from({ length: RUNS }, run));

const ours = repeat(() => {
  const { document, guard } = guarded();
  return measure((update) => {
    const checked = guard.check(update, { speaker, isLive: true });
    document.deletesPlainly(checked);
    guard.taken(checked);
    return checked.ends;
  }, document);
});
const byYjs = repeat(() =>
  measure((update) => Y.decodeUpdate(update), guarded().document),
);

const size = Math.round(
  updates.reduce((sum, { byteLength }) => sum + byteLength, 0) / updates.length,
);
printTable(
  `A change of ${size} bytes: microseconds, the best of ${RUNS} runs`,
  [
    ["", "read and judged", "taken in"],
    ["ours", ...ours],
    ["read by Yjs, not judged", ...byYjs],
  ],
);
