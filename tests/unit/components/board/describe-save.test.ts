import { expect, test } from "vitest";
import type { ConnectionStatus } from "@/client/sync/connection-status";
import type { SaveState } from "@/client/sync/save-state";
import { describeSave } from "@/components/board/describe-save";

const live: ConnectionStatus = { state: "live" };
const offline: ConnectionStatus = {
  state: "offline",
  retryAt: 0,
  cause: undefined,
};
const connecting: ConnectionStatus = { state: "connecting", cause: 1006 };
const syncing: ConnectionStatus = { state: "syncing" };
const refused: ConnectionStatus = { state: "refused", code: 4404, reason: "" };

const untouched: SaveState = { state: "untouched" };
const saved: SaveState = { state: "saved", at: 5 };
const waiting: SaveState = { state: "waiting", changes: 3 };

test("while the page first connects, the line says how far it is", () => {
  const untried = { ...offline, retryAt: undefined };
  expect(describeSave(untouched, untried, false).key).toBe("connecting");
  expect(describeSave(untouched, connecting, false).key).toBe("connecting");
  expect(describeSave(untouched, syncing, false).key).toBe("loading");
  expect(describeSave(untouched, offline, false).key).toBe("offline");
});

test("on a live connection the line tells of this person's work", () => {
  expect(describeSave(untouched, live, true).key).toBe("ready");
  expect(describeSave({ state: "saving" }, live, true).key).toBe("saving");
  expect(describeSave(saved, live, true)).toEqual({ key: "saved", at: 5 });
  expect(describeSave({ state: "unsaved" }, live, true).key).toBe("unsaved");
});

test("what waited is being saved once the line is back", () => {
  expect(describeSave(waiting, live, true).key).toBe("saving");
});

test("waiting changes are counted through every attempt to reconnect", () => {
  for (const connection of [offline, connecting, syncing])
    expect(describeSave(waiting, connection, true)).toEqual({
      key: "waiting",
      changes: 3,
    });
});

test("a cut line with nothing to lose only says that it is being mended", () => {
  for (const connection of [offline, connecting, syncing])
    expect(describeSave(saved, connection, true).key).toBe("reconnecting");
});

test.each([
  [4503, "full"],
  [4529, "tooFast"],
])("code %i is named while the page comes again", (cause, key) => {
  for (const hasBeenLive of [false, true]) {
    const describe = (connection: ConnectionStatus) =>
      describeSave(saved, connection, hasBeenLive).key;
    expect(describe({ state: "offline", retryAt: 0, cause })).toBe(key);
    expect(describe({ state: "connecting", cause })).toBe(key);
  }
});

test("waiting changes are more of a word than why the server sends one away", () => {
  const full = { state: "offline", retryAt: 0, cause: 4503 } as const;
  expect(describeSave(waiting, full, true).key).toBe("waiting");
});

test("a refusal is told whatever waits", () => {
  expect(describeSave(waiting, refused, true).key).toBe("refused");
});
