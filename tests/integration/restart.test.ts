import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import { noteAt } from "../support/board-person";
import { LinkedBoard } from "../support/linked-board";
import { startProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

const PEOPLE = 5;
/** Each person's drawings, one every 20 ms, through both ends of the server. */
const DRAWINGS = 150;

const isSaved = ({ link }: LinkedBoard) =>
  link.saves.state.get().state === "saved";

test("whoever draws while the server stops and comes again loses nothing, and is saved at the end", async () => {
  const environment = { DATA_DIR: await temporaryFolder() };
  const first = await startProcess(environment);
  const port = new URL(first.url).port;
  const people: LinkedBoard[] = [];
  for (let i = 0; i < PEOPLE; i++)
    people.push(await new LinkedBoard(first.syncUrl, `person-${i}`).isLive());

  const drawn: string[] = [];
  const drawing = (async () => {
    for (let i = 0; i < DRAWINGS; i++) {
      people.forEach(({ board }, person) => {
        const id = `shape-${person}-${i}`;
        drawn.push(id);
        board.change("draw", (draft) => {
          draft.add({ ...noteAt(i * 10, person * 10), id: asShapeId(id) });
        });
      });
      await sleep(20);
    }
  })();
  await sleep(500);
  expect(await first.end("SIGTERM")).toBe(0);
  await startProcess({ ...environment, PORT: port });
  await drawing;

  for (const person of people) {
    person.link.connection.probe();
    await person.isLive();
    while (!isSaved(person)) await sleep(5);
  }
  const latecomer = await new LinkedBoard(first.syncUrl, "latecomer").isLive();
  for (const person of [...people, latecomer]) {
    await person.until(() => person.board.size === drawn.length);
    expect(
      person.board
        .inOrder()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(drawn.sort());
  }
});
