import { beforeEach, describe, expect, test } from "vitest";
import { Connection } from "@/client/sync/connection";
import { FakeClock } from "../../../support/fake-clock";
import { FakeSocket } from "../../../support/fake-socket";
import { CHUNK_BYTES } from "@/core/protocol/limits";

let clock: FakeClock;
let sockets: FakeSocket[];
let events: string[];
let connection: Connection;

const latest = () => sockets.at(-1)!;
const state = () => connection.status.get().state;

beforeEach(() => {
  clock = new FakeClock();
  sockets = [];
  events = [];
  connection = new Connection({
    url: () => `ws://board/sync/room?try=${sockets.length}`,
    openSocket: (url, events) => {
      const socket = new FakeSocket(url, events);
      sockets.push(socket);
      return socket;
    },
    clock,
    random: { next: () => 0.5 },
    onOpen: () => events.push("open"),
    onMessage: (message) => events.push(`message ${message.join()}`),
    onCut: () => events.push("cut"),
    onSilence: () => events.push("silence"),
  });
});

describe("a connection", () => {
  test("goes from offline over connecting and syncing to live", () => {
    expect(state()).toBe("offline");
    connection.connect();
    expect(state()).toBe("connecting");
    latest().open();
    expect(state()).toBe("syncing");
    connection.markLive();
    expect(state()).toBe("live");
    expect(events).toEqual(["open"]);
  });

  test("hands over what it receives", () => {
    connection.connect();
    latest().open();
    latest().deliver(Uint8Array.of(1, 2));
    expect(events).toEqual(["open", "message 1,2"]);
  });

  test("sends nothing before it is open, and says so", () => {
    connection.connect();
    expect(connection.send(Uint8Array.of(1))).toBe(false);
    latest().open();
    expect(connection.send(Uint8Array.of(1))).toBe(true);
    expect(latest().sent).toEqual([Uint8Array.of(1)]);
  });

  test("sends a long message in chunks", () => {
    connection.connect();
    latest().open();
    connection.send(new Uint8Array(CHUNK_BYTES * 2));
    expect(latest().sent).toHaveLength(2);
  });
});

describe("after a cut a connection", () => {
  test("comes back after growing delays, which begin anew once it has lived for 10 s", () => {
    connection.connect();
    const delays: number[] = [];
    for (let i = 0; i < 8; i++) {
      latest().cut();
      const status = connection.status.get();
      if (status.state !== "offline") throw new Error(status.state);
      delays.push(status.retryAt! - clock.now());
      clock.advance(delays.at(-1)!);
      expect(sockets).toHaveLength(i + 2);
    }
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 15000, 15000]);
    latest().open();
    connection.markLive();
    clock.advance(10_000);
    latest().cut();
    expect(connection.status.get()).toMatchObject({
      state: "offline",
      retryAt: clock.now() + 250,
    });
  });

  test("tells once that an open socket is gone, and not for one that never opened", () => {
    connection.connect();
    latest().cut();
    expect(events).toEqual([]);
    clock.advance(1000);
    latest().open();
    latest().cut();
    expect(events).toEqual(["open", "cut"]);
  });

  test("comes back within the time that a restarting server names", () => {
    connection.connect();
    latest().open();
    latest().cut(1012, "RESTARTING spread=3000");
    expect(connection.status.get()).toMatchObject({
      retryAt: clock.now() + 1500,
    });
  });

  test("comes back at once when the network does", () => {
    connection.connect();
    latest().cut();
    connection.probe();
    expect(sockets).toHaveLength(2);
    clock.advance(60_000);
    expect(state()).not.toBe("live");
  });

  test.each([4400, 4401, 4403, 4404, 4409, 4410, 4499])(
    "stops on code %i until the person acts",
    (code) => {
      connection.connect();
      latest().open();
      latest().cut(code, "WHY");
      expect(connection.status.get()).toEqual({
        state: "refused",
        code,
        reason: "WHY",
      });
      clock.advance(120_000);
      expect(sockets).toHaveLength(1);
      connection.connect();
      expect(state()).toBe("connecting");
    },
  );

  test.each([1006, 1009, 1011, 1013, 4503, 4508, 4529])(
    "comes back after code %i",
    (code) => {
      connection.connect();
      latest().cut(code);
      clock.advance(500);
      expect(sockets).toHaveLength(2);
    },
  );
});

describe("a silent line", () => {
  test("is asked after 16 s and given up after 25 s", () => {
    connection.connect();
    latest().open();
    clock.advance(15_000);
    expect(events).toEqual(["open"]);
    clock.advance(2_000);
    expect(events).toEqual(["open", "silence"]);
    clock.advance(9_000);
    expect(events).toEqual(["open", "silence", "cut"]);
    expect(sockets[0]!.isClosed).toBe(true);
    expect(state()).not.toBe("live");
  });

  test("is given up within 6 s when it owes an answer", () => {
    connection.connect();
    latest().open();
    connection.expectAnswer();
    clock.advance(4_000);
    latest().deliver(Uint8Array.of(0));
    connection.expectAnswer();
    clock.advance(4_000);
    expect(sockets).toHaveLength(1);
    expect(events).not.toContain("cut");
    clock.advance(2_000);
    expect(events).toContain("cut");
  });

  test("lives on when anything is heard", () => {
    connection.connect();
    latest().open();
    for (let i = 0; i < 10; i++) {
      clock.advance(14_000);
      latest().deliver(Uint8Array.of(0));
    }
    expect(sockets).toHaveLength(1);
    expect(events).not.toContain("silence");
  });

  test("is given up when the server never accepts", () => {
    connection.connect();
    clock.advance(10_000);
    expect(state()).toBe("offline");
    expect(sockets[0]!.isClosed).toBe(true);
  });
});

test("events of a socket that was given up reach nobody", () => {
  connection.connect();
  const first = latest();
  first.open();
  connection.connect();
  latest().open();
  expect(first.isClosed).toBe(true);
  first.deliver(Uint8Array.of(1));
  first.cut();
  expect(events).toEqual(["open", "cut", "open"]);
  expect(state()).toBe("syncing");
});

test("a disposed connection leaves no timer behind", () => {
  connection.connect();
  latest().open();
  connection.dispose();
  expect(clock.pending).toBe(0);
  connection.connect();
  latest().cut();
  connection.dispose();
  expect(clock.pending).toBe(0);
});
