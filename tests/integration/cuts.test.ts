import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import { randomInteger, seededRandom } from "@/core/base/random";
import { effort } from "../support/effort";
import { noteAt } from "../support/board-person";
import { LinkedBoard } from "../support/linked-board";
import { startServer } from "../support/server";
import { TcpProxy } from "../support/tcp-proxy";

/** A server, and a line to it for each of two people. */
async function openLines() {
  const { server, url } = await startServer();
  const open = async () => {
    const proxy = await TcpProxy.to(server.port);
    onTestFinished(() => proxy.close());
    return proxy;
  };
  const lines = [await open(), await open()] as const;
  const join = async (line: TcpProxy, name: string) => {
    // As a page does, so that the server knows who comes back.
    const { headers } = await fetch(url);
    const cookie = headers.get("set-cookie")?.split(";")[0];
    const syncUrl = `ws://127.0.0.1:${line.port}/sync`;
    return new LinkedBoard(syncUrl, name, {
      ...(cookie !== undefined && { cookie }),
    }).isLive();
  };
  return { server, lines, join };
}

const isSaved = ({ link }: LinkedBoard) => {
  const { state } = link.saves.state.get();
  return state === "saved" || state === "untouched";
};

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

test("drawings and messages are neither lost nor doubled over cuts", async () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed}`);
  const random = seededRandom(seed);
  const { lines, join } = await openLines();
  const people = [await join(lines[0], "Ada"), await join(lines[1], "Ben")];

  const drawn: string[] = [];
  const said: string[] = [];
  for (let cut = 0; cut < effort.cuts; cut++) {
    const line = lines[randomInteger(random, 2)]!;
    for (let step = randomInteger(random, 6); step >= 0; step--) {
      const { board, chat } = people[randomInteger(random, 2)]!;
      if (random.next() < 0.7) {
        const id = `shape-${drawn.length}`;
        drawn.push(id);
        board.change("draw", (draft) => {
          draft.add({ ...noteAt(drawn.length, 0), id: asShapeId(id) });
        });
      } else if (said.length < 8 + cut / 8) {
        // Seldom enough for nobody to be told to slow down.
        const text = `message ${said.length}`;
        said.push(text);
        chat.send({ text });
      }
      if (random.next() < 0.5) await sleep(randomInteger(random, 20));
    }
    line.cutOnce();
    await sleep(randomInteger(random, 60));
    if (random.next() < 0.5)
      people[lines.indexOf(line)]!.link.connection.probe();
  }

  for (const { link } of people) link.connection.probe();
  for (const person of people) {
    await person.isLive();
    await until(() => isSaved(person));
  }
  const [ada, ben] = people as [LinkedBoard, LinkedBoard];
  const latecomer = await join(lines[0], "latecomer");
  for (const { board, chat } of [ada, ben, latecomer]) {
    await until(() => board.size >= drawn.length);
    expect(
      board
        .inOrder()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(drawn.sort());
    await until(() => chat.state.get().outgoing.length === 0);
  }
  const { state } = latecomer.chat;
  await until(() => state.get().messages.length > 0 || said.length === 0);
  while (state.get().hasMore) {
    const { length } = state.get().messages;
    latecomer.chat.loadOlder();
    await until(() => state.get().messages.length > length);
  }
  console.log(
    `${effort.cuts} cuts, ${drawn.length} drawings, ${said.length} messages`,
  );
  const heard = state.get().messages.map(({ text }) => text);
  expect(heard.sort()).toEqual(said.sort());
});

test("a line that swallows everything is noticed, and what was drawn meanwhile follows on the next", async () => {
  const { lines, join } = await openLines();
  const [adasLine, bensLine] = lines;
  const ada = await join(adasLine, "Ada");
  const ben = await join(bensLine, "Ben");

  adasLine.silence();
  ada.board.change("draw", (draft) => void draft.add(noteAt(0, 0)));
  const { state } = ada.link.saves;
  await until(() => state.get().state === "waiting");
  expect(ben.board.size).toBe(0);

  adasLine.mend();
  ada.link.connection.probe();
  await until(() => state.get().state === "saved");
  await until(() => ben.board.size === 1);
});

test("a slow line is no dead one", async () => {
  const { lines, join } = await openLines();
  lines[0].slowDown(300);
  const ada = await join(lines[0], "Ada");
  const states: string[] = [];
  const { status } = ada.link.connection;
  status.subscribe(() => states.push(status.get().state));
  for (let i = 0; i < 10; i++) {
    ada.board.change("draw", (draft) => void draft.add(noteAt(i, 0)));
    await sleep(50);
  }
  await until(() => isSaved(ada));
  expect(states).toEqual([]);
});
