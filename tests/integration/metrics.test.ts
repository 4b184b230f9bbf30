import { expect, test } from "vitest";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { metric } from "../support/server-metrics";
import { startProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

test("what is refused is counted by its code, with the socket closed or left open", async () => {
  const { url, syncUrl } = await startServer();
  const ada = await RawClient.join(`${syncUrl}/plans`);
  const number = (name: string) => metric(url, name);

  for (let i = 0; i < 11; i++)
    ada.control({ kind: "chat", nonce: `${i}`, text: "Hello" });
  await ada.until(() => ada.has("error"));
  ada.socket.send(new Uint8Array([99]));
  await ada.whenClosed();
  const page = await fetch(`${url}/api/rooms`, {
    method: "POST",
    headers: { origin: "https://evil.example" },
  });
  expect(page.status).toBe(403);
  const stream = await fetch(`${url}/api/me/events`, {
    headers: { origin: "https://evil.example" },
  });
  expect(stream.status).toBe(403);
  const stranger = new RawClient(`${syncUrl}/plans`, { origin: "null" });
  await stranger.whenClosed();
  const big = await RawClient.join(`${syncUrl}/plans`, "Ben");
  big.socket.send(new Uint8Array(2_000_000));
  await big.whenClosed();

  for (const [name, value] of [
    ['refusals_total{code="CHAT_TOO_FAST"}', 1],
    ['refusals_total{code="FORBIDDEN_ORIGIN"}', 2],
    ['closed_sockets_total{code="4400",reason="UNKNOWN_MESSAGE"}', 1],
    ['closed_sockets_total{code="4403",reason="FORBIDDEN_ORIGIN"}', 1],
    [
      'closed_sockets_total{code="1009",reason="WS_ERR_UNSUPPORTED_MESSAGE_LENGTH"}',
      1,
    ],
  ] as const)
    expect(await number(`boardwalk_${name}`), name).toBe(value);
  expect(
    await number('boardwalk_received_frames_total{lane="reliable"}'),
  ).toBeGreaterThan(11);
  expect(
    await number('boardwalk_sent_bytes_total{lane="reliable"}'),
  ).toBeGreaterThan(100);
});

test("a process tells how long its event loop was held up, and its memory", async () => {
  const { url } = await startProcess({ DATA_DIR: await temporaryFolder() });

  const delay = await metric(
    url,
    'boardwalk_event_loop_delay_seconds{quantile="0.99"}',
  );

  expect(delay).toBeGreaterThanOrEqual(0);
  expect(delay).toBeLessThan(60);
  for (const name of ["resident_memory", "heap_used"])
    expect(await metric(url, `boardwalk_${name}_bytes`)).toBeGreaterThan(1e6);
});
