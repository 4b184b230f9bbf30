import * as Y from "yjs";
import { systemClock } from "@/core/base/clock";
import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import { boardPoint } from "@/core/geometry/point";

const SHAPES_PER_CHANGE = 100;

/** A board of so many notes, as one update: what a server is given, and what everybody who joins has to get. */
export function boardOfNotes(count: number): Uint8Array {
  const board = new Board(new Y.Doc(), {
    user: asUserId("bench"),
    clock: systemClock,
    random: seededRandom(1),
  });
  for (let i = 0; i < count; i += SHAPES_PER_CHANGE)
    board.change("add", (draft) => {
      for (let k = i; k < i + SHAPES_PER_CHANGE; k++)
        draft.add({
          kind: "note",
          at: boardPoint((k % 100) * 220, Math.floor(k / 100) * 220),
          size: { width: 200, height: 200 },
          fill: "#ffec99",
          text: `Note ${k}`,
        });
    });
  return Y.encodeStateAsUpdate(board.doc);
}
