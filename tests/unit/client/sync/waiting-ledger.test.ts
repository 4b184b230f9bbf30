import { beforeEach, expect, test } from "vitest";
import { WaitingLedger } from "@/client/sync/waiting-ledger";
import { asBoardId } from "@/core/base/ids";
import { MapStorage } from "../../../support/map-storage";

let storage: MapStorage;

function openTab(tab: string, room = "plans") {
  const ledger = new WaitingLedger({
    room: asBoardId(room),
    basePath: "",
    storage,
    tab,
  });
  ledger.setKept(true);
  return ledger;
}

beforeEach(() => {
  storage = new MapStorage();
});

test("the next page inherits what all tabs had waiting", () => {
  openTab("a").note(2);
  openTab("b").note(3);
  openTab("c", "other").note(7);
  expect(openTab("d").inherit()).toBe(5);
});

test("what was brought to the server is inherited by nobody", () => {
  openTab("a").note(2);
  const next = openTab("b");
  next.inherit();
  next.settle();
  expect(openTab("c").inherit()).toBe(0);
  expect(storage.length).toBe(0);
});

test("what a living tab has added since is still its own", () => {
  const first = openTab("a");
  first.note(2);
  const second = openTab("b");
  second.inherit();
  first.note(3);
  second.settle();
  expect(openTab("c").inherit()).toBe(1);
});

test("without a copy nothing is noted, and from its return on all of it", () => {
  const ledger = openTab("a");
  ledger.setKept(false);
  ledger.note(4);
  expect(openTab("b").inherit()).toBe(0);
  ledger.setKept(true);
  expect(openTab("b").inherit()).toBe(4);
});

test("what is forgotten is inherited by nobody and noted no more", () => {
  openTab("a").note(2);
  const ledger = openTab("b");
  ledger.note(1);
  ledger.forget();
  ledger.note(5);
  expect(openTab("c").inherit()).toBe(0);
});

test("nonsense in the storage counts as nothing", () => {
  storage.setItem("boardwalk.waiting/plans/a", "many");
  storage.setItem("boardwalk.waiting/plans/b", "-3");
  expect(openTab("c").inherit()).toBe(0);
});

test("a browser that refuses to keep anything is worked with all the same", () => {
  const refuse = () => {
    throw new Error("full");
  };
  storage.setItem = storage.getItem = storage.key = refuse;
  const ledger = openTab("a");
  ledger.note(1);
  expect(ledger.inherit()).toBe(0);
});
