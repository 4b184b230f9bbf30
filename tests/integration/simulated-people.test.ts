import { expect, test } from "vitest";
import { systemClock } from "@/core/base/clock";
import { asBoardId } from "@/core/base/ids";
import { readDrawings } from "@/demo/drawings";
import { simulate } from "@/demo/simulate";
import { LinkedBoard } from "../support/linked-board";
import { startServer } from "../support/server";

test("simulated people draw, chat and leave like others", async () => {
  const { syncUrl } = await startServer();
  const visitor = await new LinkedBoard(syncUrl, "visitor").isLive();
  const { people } = visitor.link.roster;
  const names = () => people.get().here.map(({ name }) => name);
  const leaving = new AbortController();
  const life = simulate({
    people: 3,
    room: asBoardId("plans"),
    syncUrl,
    drawings: readDrawings("demo/quickdraw/drawings.ndjson"),
    clock: systemClock,
    seed: 5,
    going: leaving.signal,
  });
  await visitor.until(() => [...visitor.link.presence.previews()].length > 0);
  await visitor.until(() => visitor.board.inOrder().length > 2);
  await expect.poll(names).toEqual(["visitor", "Amara", "Benoît", "Chiyo"]);
  leaving.abort();
  await life;
  await expect.poll(names).toEqual(["visitor"]);
  expect([...visitor.link.presence.previews()]).toEqual([]);
});
