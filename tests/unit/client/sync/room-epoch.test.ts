import { beforeEach, expect, test } from "vitest";
import { RoomEpoch } from "@/client/sync/room-epoch";
import { asBoardId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { MapStorage } from "../../../support/map-storage";

let storage: MapStorage;

const open = (seed = 1) =>
  new RoomEpoch({
    room: asBoardId("plans"),
    basePath: "",
    storage,
    random: seededRandom(seed),
  });

beforeEach(() => {
  storage = new MapStorage();
});

test("a room that was never visited has none", () => {
  expect(open().current.get()).toBeUndefined();
  expect(open().brought).toBeUndefined();
});

test("what the server said is known to the next page", () => {
  open().welcomed("e1", 3);
  expect(open().brought).toBe("e1");
  expect(open().disown()).toBe(false);
});

test("one that was made up is kept, and taken by tabs that come after", () => {
  const first = open(1);
  const second = open(2);
  first.invent();
  second.invent();
  expect(first.current.get()).toMatch(/^\w{16}$/);
  expect(second.current.get()).toBe(first.current.get());
  expect(open().brought).toBe(first.current.get());
});

test("one that was made up gives way to the server's, once", () => {
  const epoch = open();
  epoch.invent();
  expect(epoch.disown()).toBe(true);
  expect(epoch.brought).toBeUndefined();
  expect(epoch.disown()).toBe(false);
  epoch.welcomed("e1", 5);
  expect(epoch.brought).toBe("e1");
});

test("a stored room stays certain when a server tells of it before it has loaded it", () => {
  const epoch = open();
  epoch.welcomed("e1", 5);
  epoch.welcomed("e1", 0);
  expect(epoch.disown()).toBe(false);
});

test("a forgotten one is unknown to the next page", () => {
  const epoch = open();
  epoch.welcomed("e1", 3);
  epoch.forget();
  expect(open().current.get()).toBeUndefined();
});

test.each(["", "{", '{"id":"../x","isCertain":true}', '{"id":"e1"}'])(
  "%j in the storage is nobody's epoch",
  (text) => {
    open().welcomed("e1", 3);
    storage.setItem(storage.key(0)!, text);
    expect(open().current.get()).toBeUndefined();
  },
);
