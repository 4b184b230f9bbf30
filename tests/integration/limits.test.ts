import { describe, expect, test } from "vitest";
import * as encoding from "lib0/encoding";
import {
  MAX_EVENT_STREAMS_PER_ADDRESS,
  MAX_FRAGMENTS,
  MAX_MESSAGE_BYTES,
  MAX_ROOM_BYTES,
  MAX_ROOM_NAME_LENGTH,
  MIN_ROOM_NAME_LENGTH,
  ROOM_NAMES_PER_MINUTE,
} from "@/core/protocol/limits";
import { MessageType, SUBPROTOCOL } from "@/core/protocol/message-type";
import { readConfig } from "@/server/config";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { metric } from "../support/server-metrics";

/** What WebSocket itself limits, before anybody looks at the content. */
describe("a message", () => {
  /** An update that nobody can read, of so many bytes in all: whoever reads it closes with 4400. */
  const unreadable = (bytes: number): Uint8Array => {
    const message = new Uint8Array(bytes);
    const head = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.sync);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, bytes);
    });
    message.set(head);
    return message;
  };

  test.each([
    ["ours", [SUBPROTOCOL], MAX_MESSAGE_BYTES],
    ["a stock client's", [], MAX_ROOM_BYTES + 1024],
  ])("of %s is read up to its limit", async (_, protocols, limit) => {
    const { url, syncUrl } = await startServer();
    const send = async (bytes: number) => {
      const client = new RawClient(`${syncUrl}/plans`, { protocols });
      await client.until(() => client.isOpen);
      client.socket.send(unreadable(bytes));
      return (await client.whenClosed()).code;
    };

    expect(await send(limit)).toBe(4400);
    expect(await send(limit + 1)).toBe(1009);
    const refused =
      'boardwalk_closed_sockets_total{code="1009",reason="WS_ERR_UNSUPPORTED_MESSAGE_LENGTH"}';
    expect(await metric(url, refused)).toBe(1);
  });

  test.each([
    ["ours", [SUBPROTOCOL]],
    ["a stock client's", []],
  ])("of %s may come in so many pieces", async (_, protocols) => {
    const { url, syncUrl } = await startServer();
    const send = async (pieces: number) => {
      const client = new RawClient(`${syncUrl}/plans`, { protocols });
      await client.until(() => client.isOpen);
      for (let i = 1; i <= pieces; i++)
        client.socket.send(new Uint8Array([99]), { fin: i === pieces });
      return (await client.whenClosed()).code;
    };

    // It is read, and not understood.
    expect(await send(MAX_FRAGMENTS)).toBe(4400);
    expect(await send(MAX_FRAGMENTS + 1)).toBe(1008);
    const refused =
      'boardwalk_closed_sockets_total{code="1008",reason="WS_ERR_TOO_MANY_BUFFERED_PARTS"}';
    expect(await metric(url, refused)).toBe(1);
  });
});

test("a room's name has a least and a greatest length", async () => {
  const { syncUrl } = await startServer();
  for (const length of [MIN_ROOM_NAME_LENGTH, MAX_ROOM_NAME_LENGTH])
    await RawClient.join(`${syncUrl}/${"r".repeat(length)}`);

  for (const length of [MIN_ROOM_NAME_LENGTH - 1, MAX_ROOM_NAME_LENGTH + 1]) {
    const client = new RawClient(`${syncUrl}/${"r".repeat(length)}`);
    expect(await client.whenClosed()).toEqual({
      code: 4400,
      reason: "BAD_ROOM_NAME",
    });
  }
});

test("an address may ask for so many rooms a minute as long as the operator says nothing else", async () => {
  const { roomRate } = readConfig({});
  expect(roomRate).toBe(ROOM_NAMES_PER_MINUTE);
  const { url, syncUrl } = await startServer({ config: { roomRate } });
  const names = Array.from({ length: roomRate }, (_, i) => `room-${i}`);
  for (const name of names)
    expect((await fetch(`${url}/api/rooms/${name}`)).status).toBe(200);

  expect((await fetch(`${url}/api/rooms/one-more`)).status).toBe(429);
  const client = new RawClient(`${syncUrl}/one-more`);
  expect(await client.whenClosed()).toEqual({
    code: 4529,
    reason: "TOO_MANY_ROOMS",
  });
  expect(
    await metric(url, 'boardwalk_refusals_total{code="TOO_MANY_ROOMS"}'),
  ).toBe(1);
});

test("an address may have so many streams of events open", async () => {
  const { url } = await startServer();
  const open = async () => {
    const ending = new AbortController();
    const { signal } = ending;
    const response = await fetch(`${url}/api/me/events`, { signal });
    // Held on to: a response that nobody knows any more is ended.
    return { response, end: () => ending.abort() };
  };
  const streams = [];
  for (let i = 0; i < MAX_EVENT_STREAMS_PER_ADDRESS; i++)
    streams.push(await open());

  expect(streams.map(({ response }) => response.status)).not.toContain(429);
  const refused = await open();
  expect(refused.response.status).toBe(429);
  for (const { end } of [...streams, refused]) end();
  expect(
    await metric(url, 'boardwalk_refusals_total{code="TOO_MANY_STREAMS"}'),
  ).toBe(1);
});
