import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { DIGEST_QUIET_MS } from "@/core/protocol/limits";
import { noteAt } from "../support/board-person";
import { FakeClock } from "../support/fake-clock";
import { LinkedBoard } from "../support/linked-board";
import { startServer } from "../support/server";

/** Ada and Ben on one board, and the server's clock. */
async function openBoard() {
  const clock = new FakeClock();
  const { syncUrl } = await startServer({ clock });
  const ada = await new LinkedBoard(syncUrl, "Ada").isLive();
  const ben = await new LinkedBoard(syncUrl, "Ben").isLive();
  const draw = ({ board }: LinkedBoard) =>
    board.change("draw", (draft) => void draft.add(noteAt(0, 0)));
  /** Lets the server's time pass until `condition` holds. */
  const until = async (condition: () => boolean) => {
    while (!condition()) {
      clock.advance(20);
      await sleep(2);
    }
  };
  const quiet = () => clock.advance(DIGEST_QUIET_MS);
  return { ada, ben, draw, until, quiet };
}

test("a page that has lost a change of another's gets it once the room is quiet", async () => {
  const { ada, ben, draw, until, quiet } = await openBoard();
  ben.isDeaf = true;
  draw(ada);
  await until(() => ada.link.saves.state.get().state === "saved");
  await sleep(50);
  ben.isDeaf = false;
  expect(ben.board.size).toBe(0);

  quiet();
  await until(() => ben.board.size === 1);
});

test("a change that a page has and the server never got reaches everybody once the room is quiet", async () => {
  const { ada, ben, draw, until, quiet } = await openBoard();
  const elsewhere = new LinkedBoard("ws://127.0.0.1:1/sync", "nobody");
  draw(elsewhere);
  Y.applyUpdate(
    ben.board.doc,
    Y.encodeStateAsUpdate(elsewhere.board.doc),
    "planted",
  );
  expect(ben.board.size).toBe(1);
  draw(ada);
  await until(() => ben.board.size === 2);
  expect(ada.board.size).toBe(1);

  quiet();
  await until(() => ada.board.size === 2);
});
