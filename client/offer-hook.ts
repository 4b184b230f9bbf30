import { systemClock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import { asUserId } from "@/core/base/ids";
import { systemRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import { recordAt, recordsOf } from "@/core/board/shape-record";
import type { BoardHookOptions, RemoteMove } from "./bench/board-hook";
import { nextBrowserTurn } from "./browser";
import { createDocument } from "./sync/document";

/** Offers `window.__board`, whose code is loaded for measurements alone. */
export function offerHook(
  options: Omit<BoardHookOptions, "applyRemote" | "prepareDocument">,
): Dispose {
  const ends = new Disposables();
  void Promise.all([
    import("./bench/board-hook"),
    import("./bench/install-hook"),
    import("./sync/foreign-copy"),
    import("./sync/update-intake"),
  ]).then(
    ([{ createBoardHook }, { installHook }, foreign, { UpdateIntake }]) => {
      const { board } = options.editor;
      const hook = createBoardHook({
        ...options,
        applyRemote: createRemoteMover(() =>
          foreign.createForeignCopy(board.doc),
        ),
        prepareDocument(shapes) {
          const other = openForeign(createDocument());
          other.change("fill document", (draft) => {
            for (const shape of shapes) draft.add(shape);
          });
          const takeIn = foreign.updateOf(other.doc);
          const intake = new UpdateIntake({
            doc: board.doc,
            now: () => performance.now(),
            nextTurn: nextBrowserTurn,
          });
          return () => takeIn(intake);
        },
      });
      ends.add(installHook(window, hook));
    },
  );
  return () => ends.dispose();
}

/**
 * Moves shapes as another person would: on a copy of the document whose updates come in like anybody's. The copy is a bare one, since what a
 * board of theirs would cost belongs to their machine.
 */
function createRemoteMover(makeCopy: () => Board["doc"]) {
  let copy: Board["doc"] | undefined;
  return (moves: readonly RemoteMove[]) => {
    const theirs = (copy ??= makeCopy());
    const records = recordsOf(theirs);
    theirs.transact(() => {
      for (const { id, at } of moves)
        recordAt(records, id)?.set("at", [at.x, at.y]);
    });
  };
}

function openForeign(doc: Board["doc"]): Board {
  return new Board(doc, {
    user: asUserId("somebody-else"),
    clock: systemClock,
    random: systemRandom,
  });
}
