import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { beforeEach, expect, test } from "vitest";
import { asBoardId, asUserId } from "@/core/base/ids";
import {
  KEEP_ALIVE_MS,
  MAX_UNREAD_EVENT_BYTES,
  MAX_WATCHED_ROOMS,
} from "@/core/protocol/limits";
import { OriginPolicy } from "@/server/auth/origin-policy";
import { SessionCookies } from "@/server/auth/session-cookies";
import { EventStreams } from "@/server/http/event-streams";
import { RoomNameQuota } from "@/server/limits/room-name-quota";
import { Tally } from "@/server/metrics/tally";
import { Notifier } from "@/server/notifications/notifier";
import { CountFeed } from "@/server/rooms/count-feed";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FakeClock } from "../../../support/fake-clock";

const NAMES_A_MINUTE = 60;

let clock: FakeClock;
let counts: CountFeed;
let streams: EventStreams;

const cookies = new SessionCookies({
  instanceId: "one",
  secret: "s".repeat(32),
  basePath: "",
});
const cookieOf = (user: string) =>
  cookies.issue(asUserId(user), { isSecure: false }).split(";")[0]!;

beforeEach(() => {
  clock = new FakeClock();
  counts = new CountFeed();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  streams = new EventStreams({
    cookies,
    origins: new OriginPolicy([]),
    roomNames: new RoomNameQuota(clock, NAMES_A_MINUTE),
    notifier: new Notifier({
      storage: new MemoryBoardStorage(mergeUpdates),
      clock,
      log,
    }),
    counts,
    peopleIn: () => 0,
    trustedProxies: 0,
    clock,
    tally: new Tally(),
  });
});

/** A page that listens, without the network between: what is written to it, and what went wrong with that. */
class Page {
  readonly response: ServerResponse;
  readonly errors: unknown[] = [];
  readonly #written: string[] = [];

  constructor(rooms: readonly string[], user?: string) {
    const request = new IncomingMessage(new Socket());
    request.url = `/api/me/events?rooms=${rooms.join(",")}`;
    request.headers = user === undefined ? {} : { cookie: cookieOf(user) };
    this.response = new ServerResponse(request);
    this.response.on("error", (error) => this.errors.push(error));
    const write = this.response.write.bind(this.response);
    this.response.write = (chunk: string) => {
      this.#written.push(chunk);
      return write(chunk);
    };
    streams.handle(request, this.response);
  }

  /** How many people it was told of, with the rooms. */
  get counts(): string[] {
    return this.#written.flatMap((block) => {
      const data = /^event: counts\ndata: (.*)\n\n$/.exec(block)?.[1];
      if (data === undefined) return [];
      const { room, people } = JSON.parse(data) as Record<string, unknown>;
      return `${String(room)} ${String(people)}`;
    });
  }

  get comments(): number {
    return this.#written.filter((block) => block.startsWith(":")).length;
  }

  leave(): void {
    this.response.emit("close");
  }
}

test("a page is told each change until it leaves, and nothing is left of it", () => {
  const page = new Page(["plans", "plans", "other"]);
  counts.publish(asBoardId("plans"), 2);
  counts.publish(asBoardId("elsewhere"), 7);
  page.leave();
  counts.publish(asBoardId("plans"), 3);

  expect(page.counts).toEqual(["plans 0", "other 0", "plans 2"]);
  expect(clock.pending).toBe(0);
});

test("a quiet stream says now and then that it is there", () => {
  const page = new Page([]);
  clock.advance(3 * KEEP_ALIVE_MS);
  expect(page.comments).toBe(4);
});

test("a page watches a bounded number of rooms, and an address asks for a bounded number of names", () => {
  const roomsFrom = (first: number) =>
    Array.from(
      { length: MAX_WATCHED_ROOMS + 5 },
      (_, i) => `room-${first + i}`,
    );
  expect(new Page(roomsFrom(0)).counts).toHaveLength(MAX_WATCHED_ROOMS);
  expect(new Page(roomsFrom(100)).counts).toHaveLength(
    NAMES_A_MINUTE - MAX_WATCHED_ROOMS,
  );
});

test("what happens while the streams are being ended is told to nobody, and breaks nothing", async () => {
  const page = new Page(["plans"], "abcdefgh12345678");
  streams.closeAll();
  counts.publish(asBoardId("plans"), 5);
  clock.advance(KEEP_ALIVE_MS);
  await new Promise((resolve) => setImmediate(resolve));

  expect(page.errors).toEqual([]);
  expect(page.counts).toEqual(["plans 0"]);
  expect(clock.pending).toBe(0);
});

test("whoever does not read what they are told is cut off", () => {
  const page = new Page(["plans"]);
  let people = 0;
  const tell = () => counts.publish(asBoardId("plans"), (people += 1));
  tell();
  expect(page.response.destroyed).toBe(false);

  while (page.response.writableLength <= MAX_UNREAD_EVENT_BYTES) tell();
  tell();

  expect(page.response.destroyed).toBe(true);
  expect(page.errors).toEqual([]);
});
