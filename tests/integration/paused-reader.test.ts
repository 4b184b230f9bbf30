import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { expect, onTestFinished, test } from "vitest";
import { systemClock, type Clock } from "@/core/base/clock";
import { CloseCode } from "@/core/protocol/close-codes";
import { MAX_BUFFERED_BYTES } from "@/core/protocol/limits";
import { effort } from "../support/effort";
import { FakeClock } from "../support/fake-clock";
import { LinkedBoard } from "../support/linked-board";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { ServerSockets } from "../support/server-sockets";
import { joinStock } from "../support/stock-client";
import { TcpProxy } from "../support/tcp-proxy";

/** More than the systems at both ends of a line keep for it. */
const MEGABYTES = 24;
const CONTENT = new Uint8Array(50_000);
/** How often more follows once that is out; milliseconds. */
const AFTERWARDS_MS = 50;

/**
 * A reader of ours and a stock one, each behind a line of their own, and Ada, who draws.
 *
 * @param clock Our reader's.
 */
async function openReaders(clock: Clock = systemClock) {
  const sockets = new ServerSockets();
  const { server, syncUrl } = await startServer();
  const open = async () => {
    const line = await TcpProxy.to(server.port);
    onTestFinished(() => line.close());
    return line;
  };
  const lines = [await open(), await open()] as const;
  const urlOf = ({ port }: TcpProxy) => `ws://127.0.0.1:${port}/sync`;
  const ada = await RawClient.join(`${syncUrl}/plans`, "Ada");
  const ours = new LinkedBoard(urlOf(lines[0]), "ours", { clock });
  await ours.isLive();
  const stock = await joinStock(urlOf(lines[1]), "plans");

  /** The codes that our own and the stock reader's sockets were closed with. */
  const closed = { ours: [] as number[], stock: [] as number[] };
  const { status } = ours.link.connection;
  status.subscribe(() => {
    const now = status.get();
    if (now.state === "offline") closed.ours.push(now.cause ?? 0);
  });
  stock.provider.on("connection-close", (event) =>
    closed.stock.push(event?.code ?? 0),
  );

  const load = ada.doc.getMap<unknown>("load");
  let mostWaiting = 0;
  /** Draws while both read nothing, for at least so many milliseconds. Resolves with the most that waited for one of them. */
  const pause = async (duration: number) => {
    const end = systemClock.now() + duration;
    const count = (MEGABYTES * 1e6) / CONTENT.byteLength;
    for (const line of lines) line.stall();
    for (let i = 0; i < count || systemClock.now() < end; i++) {
      load.set(`content-${i % 3}`, CONTENT);
      load.set("last", i);
      await sleep(i < count ? 2 : AFTERWARDS_MS);
      mostWaiting = Math.max(mostWaiting, sockets.mostWaiting(server.port));
    }
    await ada.saved();
    for (const line of lines) line.mend();
    return mostWaiting;
  };
  /** Resolves once both have the document that Ada has. */
  const healed = async () => {
    const docs = [ours.board.doc, stock.doc];
    const isSame = (doc: Y.Doc) =>
      doc.getMap("load").get("last") === load.get("last") &&
      bytesOf(doc).equals(bytesOf(ada.doc));
    while (!docs.every(isSame)) {
      await sleep(10);
      if (clock instanceof FakeClock) clock.advance(10);
    }
  };
  return { closed, pause, healed };
}

const bytesOf = (doc: Y.Doc) => Buffer.from(Y.encodeSnapshot(Y.snapshot(doc)));

test.each(effort.pauses.healed)(
  "who reads nothing for %d ms while others draw has the same document after reading on, on the same line",
  async (duration) => {
    const { closed, pause, healed } = await openReaders();
    expect(await pause(duration)).toBeLessThanOrEqual(MAX_BUFFERED_BYTES);
    await healed();
    expect(closed).toEqual({ ours: [], stock: [] });
  },
);

test.each(effort.pauses.closed)(
  "who reads nothing for %d ms while others draw is closed, and has the same document after coming again",
  async (duration) => {
    // As that of a page that sleeps: else it would give up the silent line by itself.
    const { closed, pause, healed } = await openReaders(new FakeClock());
    expect(await pause(duration)).toBeLessThanOrEqual(MAX_BUFFERED_BYTES);
    await healed();
    const { overload } = CloseCode;
    expect(closed).toEqual({ ours: [overload], stock: [overload] });
  },
);
