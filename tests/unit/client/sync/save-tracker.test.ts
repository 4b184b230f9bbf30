import { beforeEach, describe, expect, test } from "vitest";
import { SaveTracker } from "@/client/sync/save-tracker";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let barriers: number[];
let tracker: SaveTracker;
let noted: number;
let settled: number;

const state = () => tracker.state.get();

beforeEach(() => {
  clock = new FakeClock();
  barriers = [];
  noted = 0;
  settled = 0;
  tracker = new SaveTracker({
    clock,
    sendBarrier: (n) => barriers.push(n),
    ledger: {
      note: (own) => (noted = own),
      settle: () => (settled += 1),
    },
  });
});

test("nothing is claimed before anything was changed", () => {
  tracker.connected();
  clock.advance(1000);
  expect(state()).toEqual({ state: "untouched" });
  expect(barriers).toEqual([]);
});

test("a change is saving until the server has confirmed it", () => {
  tracker.connected();
  tracker.noteChange();
  expect(state()).toEqual({ state: "saving" });
  clock.advance(0);
  expect(barriers).toEqual([1]);
  expect(state()).toEqual({ state: "saving" });
  tracker.receiveSaved(1);
  expect(state()).toEqual({ state: "saved", at: clock.now() });
});

test("the server is asked at most every 100 ms, and never in the turn of the change", () => {
  tracker.connected();
  tracker.noteChange();
  expect(barriers).toEqual([]);
  for (let i = 0; i < 50; i++) {
    tracker.noteChange();
    clock.advance(10);
  }
  expect(barriers.length).toBeGreaterThanOrEqual(5);
  expect(barriers.length).toBeLessThanOrEqual(6);
});

test("an answer to an earlier question does not cover a later change", () => {
  tracker.connected();
  tracker.noteChange();
  clock.advance(0);
  tracker.noteChange();
  tracker.receiveSaved(1);
  expect(state()).toEqual({ state: "saving" });
  clock.advance(100);
  tracker.receiveSaved(2);
  expect(state().state).toBe("saved");
});

test("a repeated or invented answer changes nothing", () => {
  tracker.connected();
  tracker.noteChange();
  tracker.receiveSaved(99);
  expect(state()).toEqual({ state: "saving" });
});

test("changes without a line are counted, and asked about when it is back", () => {
  tracker.noteChange();
  tracker.noteChange();
  expect(state()).toEqual({ state: "waiting", changes: 2 });
  tracker.connected();
  clock.advance(0);
  expect(barriers).toEqual([1]);
  tracker.receiveSaved(1);
  expect(state().state).toBe("saved");
});

test("an answer that was lost with the line is asked for again on the next", () => {
  tracker.connected();
  tracker.noteChange();
  clock.advance(0);
  tracker.disconnected();
  expect(state()).toEqual({ state: "waiting", changes: 1 });
  tracker.receiveSaved(1);
  expect(state()).toEqual({ state: "waiting", changes: 1 });
  tracker.connected();
  clock.advance(100);
  expect(barriers).toEqual([1, 1]);
  tracker.receiveSaved(1);
  expect(state().state).toBe("saved");
});

test("a refused save is shown and asked about again", () => {
  tracker.connected();
  tracker.noteChange();
  clock.advance(0);
  tracker.receiveUnsaved(1);
  expect(state()).toEqual({ state: "unsaved" });
  clock.advance(1000);
  expect(barriers).toEqual([1, 2]);
  tracker.receiveSaved(2);
  expect(state().state).toBe("saved");
});

test("a failing disk is shown while changes wait for it", () => {
  tracker.connected();
  tracker.noteChange();
  clock.advance(0);
  tracker.serverCannotSave();
  expect(state()).toEqual({ state: "unsaved" });
  tracker.receiveSaved(1);
  expect(state().state).toBe("saved");
});

test("a disk that works again is believed before the next change", () => {
  tracker.connected();
  tracker.serverCannotSave();
  tracker.serverSavesAgain();
  tracker.noteChange();
  expect(state()).toEqual({ state: "saving" });
});

test("a failing disk is not this person's matter when they changed nothing", () => {
  tracker.connected();
  tracker.serverCannotSave();
  expect(state()).toEqual({ state: "untouched" });
});

describe("changes of earlier pages", () => {
  test("wait with those of this one, and are not noted as its own", () => {
    tracker.inherit(12);
    expect(state()).toEqual({ state: "waiting", changes: 12 });
    tracker.noteChange();
    expect(state()).toEqual({ state: "waiting", changes: 13 });
    expect(noted).toBe(1);
  });

  test("are settled once the server has confirmed all that was here with them", () => {
    tracker.inherit(12);
    tracker.connected();
    clock.advance(0);
    expect(settled).toBe(0);
    tracker.receiveSaved(1);
    expect(settled).toBe(1);
    expect(state().state).toBe("saved");
  });

  test("that come late are not covered by an earlier answer", () => {
    tracker.noteChange();
    tracker.connected();
    clock.advance(0);
    tracker.inherit(2);
    tracker.receiveSaved(1);
    expect(settled).toBe(0);
    expect(noted).toBe(0);
    expect(state()).toEqual({ state: "saving" });
    clock.advance(100);
    tracker.receiveSaved(2);
    expect(settled).toBe(1);
  });

  test("of which there are none change nothing", () => {
    tracker.inherit(0);
    expect(state()).toEqual({ state: "untouched" });
  });
});

test("what waits is noted with each change, and no longer once it is saved", () => {
  tracker.noteChange();
  tracker.noteChange();
  expect(noted).toBe(2);
  tracker.connected();
  clock.advance(0);
  tracker.receiveSaved(1);
  expect(noted).toBe(0);
});
