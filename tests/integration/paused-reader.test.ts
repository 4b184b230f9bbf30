import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { expect, onTestFinished, test } from "vitest";
import { LinkedBoard } from "../support/linked-board";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { joinStock } from "../support/stock-client";
import { TcpProxy } from "../support/tcp-proxy";

/** More than the systems at both ends of a line keep for it. */
const MEGABYTES = 24;
const CONTENT = new Uint8Array(50_000);

test("who stops reading while others draw has the same document after reading on, on the same line", async () => {
  const { server, syncUrl } = await startServer();
  const open = async () => {
    const line = await TcpProxy.to(server.port);
    onTestFinished(() => line.close());
    return line;
  };
  const lines = [await open(), await open()] as const;
  const urlOf = ({ port }: TcpProxy) => `ws://127.0.0.1:${port}/sync`;
  const ada = await RawClient.join(`${syncUrl}/plans`, "Ada");
  const ours = await new LinkedBoard(urlOf(lines[0]), "ours").isLive();
  const stock = await joinStock(urlOf(lines[1]), "plans");
  const cuts: string[] = [];
  const { status } = ours.link.connection;
  status.subscribe(() => cuts.push(status.get().state));
  stock.provider.on("status", ({ status }) => cuts.push(status));

  for (const line of lines) line.stall();
  const load = ada.doc.getMap<unknown>("load");
  for (let i = 0; i < (MEGABYTES * 1e6) / CONTENT.byteLength; i++) {
    load.set(`content-${i % 3}`, CONTENT);
    load.set("last", i);
    await sleep(2);
  }
  await ada.saved();
  for (const line of lines) line.mend();

  const docs = [ours.board.doc, stock.doc];
  const isSame = (doc: Y.Doc) =>
    doc.getMap("load").get("last") === load.get("last") &&
    Buffer.from(Y.encodeStateVector(doc)).equals(Y.encodeStateVector(ada.doc));
  while (!docs.every(isSame)) await sleep(10);
  expect(cuts).toEqual([]);
});
