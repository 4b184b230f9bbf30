import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { expect, onTestFinished, test } from "vitest";
import { MAX_BUFFERED_BYTES, STUCK_MS } from "@/core/protocol/limits";
import { effort } from "../support/effort";
import { LinkedBoard } from "../support/linked-board";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { metric } from "../support/server-metrics";
import { joinStock } from "../support/stock-client";
import { TcpProxy } from "../support/tcp-proxy";

/** More than the systems at both ends of a line keep for it. */
const MEGABYTES = 24;
const CONTENT = new Uint8Array(50_000);
const CHANGES = (MEGABYTES * 1e6) / CONTENT.byteLength;
/** How long a client needs at most to come back after it was closed. */
const PATIENCE_MS = 60_000;

/** Ada, who draws, and two who hear of it over lines of their own: one with our client and one with a stock one. */
async function openRoom() {
  const { server, url, syncUrl } = await startServer();
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
  const states: string[] = [];
  const closed: (number | undefined)[] = [];
  const { status } = ours.link.connection;
  status.subscribe(() => states.push(status.get().state));
  stock.provider.on("connection-close", (event) => closed.push(event?.code));
  const waitingBytes = () => metric(url, "boardwalk_waiting_bytes");
  return {
    waitingBytes,
    lines,
    ada,
    docs: [ours.board.doc, stock.doc],
    states,
    closed,
  };
}

test.each(effort.pauses.map((seconds) => ({ seconds })))(
  "who stops reading for $seconds s while others draw has the same document after reading on",
  async ({ seconds }) => {
    const { waitingBytes, lines, ada, docs, states, closed } = await openRoom();
    for (const line of lines) line.stall();
    const load = ada.doc.getMap<unknown>("load");
    const end = performance.now() + seconds * 1_000;
    let i = 0;
    let mostWaiting = 0;
    while (i < CHANGES || performance.now() < end) {
      load.set(`content-${i % 3}`, CONTENT);
      load.set("last", i++);
      await sleep(i < CHANGES ? 2 : 50);
      if (i % 20 === 0)
        mostWaiting = Math.max(mostWaiting, await waitingBytes());
    }
    await ada.saved();
    for (const line of lines) line.mend();

    const isSame = (doc: Y.Doc) =>
      doc.getMap("load").get("last") === load.get("last") &&
      Buffer.from(Y.encodeStateVector(doc)).equals(
        Y.encodeStateVector(ada.doc),
      );
    while (!docs.every(isSame)) await sleep(10);
    expect(mostWaiting).toBeGreaterThan(MAX_BUFFERED_BYTES / 2);
    expect(mostWaiting).toBeLessThanOrEqual(lines.length * MAX_BUFFERED_BYTES);
    // Less than that is healed in place, on the same line.
    const isStuck = seconds * 1_000 > STUCK_MS;
    expect(states.includes("live")).toBe(isStuck);
    expect(closed).toEqual(isStuck ? [1013] : []);
  },
  PATIENCE_MS + 1_000 * Math.max(...effort.pauses),
);
