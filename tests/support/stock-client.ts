import { onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
}

/** The y-websocket package as it is published, over the `ws` package's socket. Resolves once it has synced. */
export async function joinStock(
  syncUrl: string,
  room: string,
  doc = new Y.Doc(),
): Promise<StockClient> {
  const provider = new WebsocketProvider(syncUrl, room, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    // Else two clients in one process would find each other without the server.
    disableBc: true,
  });
  onTestFinished(() => provider.destroy());
  await vi.waitUntil(() => provider.synced, { timeout: 30_000 });
  return { doc, provider };
}
