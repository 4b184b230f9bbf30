import { expect, test, vi } from "vitest";
import { RawClient } from "../support/raw-client";
import { startServerInMemory } from "../support/server";
import { joinStock } from "../support/stock-client";

// Before the imports: lib0 keeps the `Date.now` that it finds when it is loaded.
vi.hoisted(() =>
  vi.useFakeTimers({
    toFake: [
      "Date",
      "setInterval",
      "clearInterval",
      "setTimeout",
      "clearTimeout",
    ],
  }),
);

test("a stock client that has nothing to say keeps its socket for two minutes", async () => {
  const { syncUrl } = await startServerInMemory();
  const ours = await RawClient.join(`${syncUrl}/plans`);
  const joining = joinStock(syncUrl, "plans");
  await vi.advanceTimersByTimeAsync(100);
  const { provider } = await joining;
  // Without a state it does not even renew that.
  provider.awareness.setLocalState(null);
  const socket = provider.ws;
  const cuts: unknown[] = [];
  provider.on("connection-close", (event) => cuts.push(event));
  const heardAtFirst = provider.wsLastMessageReceived;

  for (let second = 0; second < 120; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    // What the server has written by now has time to arrive.
    const answers = ours.all("saved").length;
    ours.barrier();
    await ours.until(() => ours.all("saved").length > answers);
  }

  expect(cuts).toEqual([]);
  expect(provider.ws).toBe(socket);
  expect(provider.wsconnected).toBe(true);
  expect(provider.wsLastMessageReceived - heardAtFirst).toBeGreaterThan(90_000);
});
