import { describe, expect, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import { encodeControl } from "@/core/protocol/control-codec";
import type { ClientControl } from "@/core/protocol/control-message";
import * as limits from "@/core/protocol/limits";
import type { LiveEntry } from "@/core/protocol/live-message";
import { encodeAwareness } from "@/server/rooms/awareness-codec";
import {
  beginStroke,
  beginTransform,
  ids,
} from "../../../support/live-entries";
import type { FakeMember } from "../../../support/server-fake-member";
import { settled, TestRooms } from "../../../support/server-room";

/** What becomes of one who goes above a limit. */
type Outcome =
  | { readonly closed: number; readonly reason: string }
  /** Told by a message. */
  | { readonly error: string }
  /** Passed over and counted. */
  | { readonly dropped: string };

interface Edge {
  /** Does what the limit is about, so many times or so large. */
  readonly reach: (member: FakeMember, size: number) => void;
  readonly above: Outcome;
  readonly isStock?: boolean;
}

const BAD_CONTROL: Outcome = { closed: 4400, reason: "BAD_CONTROL" };
const BAD_LIVE: Outcome = { closed: 4400, reason: "BAD_LIVE" };
const BAD_AWARENESS: Outcome = { closed: 4400, reason: "BAD_AWARENESS" };
const TOO_FAST: Outcome = { closed: 4529, reason: "TOO_MANY_MESSAGES" };

const text = (length: number) => "x".repeat(length);
const repeat = (times: number, act: (i: number) => void) => {
  for (let i = 0; i < times; i++) act(i);
};
/** A control message whose content depends on the size. */
const control =
  (message: (size: number) => ClientControl) =>
  (member: FakeMember, size: number): void =>
    member.control(message(size));
/** So many control messages at once. */
const controls =
  (message: (i: number) => ClientControl) =>
  (member: FakeMember, times: number): void =>
    repeat(times, (i) => member.control(message(i)));
const live =
  (...make: ((size: number) => LiveEntry | readonly LiveEntry[])[]) =>
  (member: FakeMember, size: number): void =>
    member.gesture(...make.flatMap((one) => one(size)));
const presence: Extract<ClientControl, { kind: "presence" }> = {
  kind: "presence",
  selection: [],
  tool: "draw",
  hand: false,
  idle: false,
};
const at = { x: 1, y: 2 };

/** The limits that a member who goes above them learns of at once. */
const EDGES: Partial<Record<keyof typeof limits, Edge>> = {
  MAX_CONTROL_BYTES: {
    reach: (member, bytes) => {
      const bare = encodeControl({ kind: "say", text: "", pad: "" } as never);
      // Above 16 KiB the text's length takes three bytes instead of one.
      const pad = text(bytes - bare.byteLength - 2);
      member.send(encodeControl({ kind: "say", text: "", pad } as never));
    },
    above: BAD_CONTROL,
  },
  MAX_AWARENESS_BYTES: {
    isStock: true,
    reach: (member, bytes) => {
      const state = JSON.stringify(text(bytes - 2));
      member.send(encodeAwareness([{ clientId: 1, clock: 1, state }]));
    },
    above: BAD_AWARENESS,
  },
  MAX_AWARENESS_STATES: {
    isStock: true,
    reach: (member, count) => {
      const states = Array.from({ length: count }, (_, i) => ({
        clientId: i + 1,
        clock: 1,
        state: "{}",
      }));
      member.send(encodeAwareness(states));
    },
    above: BAD_AWARENESS,
  },
  MAX_LIVE_ENTRIES: {
    reach: live((count) =>
      Array.from({ length: count }, () => ({ kind: "cursor", at })),
    ),
    above: BAD_LIVE,
  },
  MAX_ACTIVE_GESTURES: {
    reach: (member, count) => {
      repeat(count, (i) => member.gesture(beginStroke(i, `shape-${i}`)));
    },
    above: { dropped: "cancel" },
  },
  MAX_ENTRY_SHAPES: {
    reach: live((count) => beginTransform(1, ids(count))),
    above: BAD_LIVE,
  },
  MAX_GESTURE_SHAPES: {
    reach: (member, count) => {
      const all = ids(count);
      for (let i = 0; i < count; i += 200)
        member.gesture(beginTransform(1, all.slice(i, i + 200)));
    },
    above: BAD_LIVE,
  },
  MAX_ENTRY_POINTS: {
    reach: live(
      () => beginStroke(1, "shape"),
      (count) => ({
        kind: "stroke",
        gesture: 1,
        first: 0,
        hasPressure: false,
        points: Array.from({ length: count }, () => ({ ...at, pressure: 0.5 })),
      }),
    ),
    above: BAD_LIVE,
  },
  MAX_LIVE_ID_LENGTH: {
    reach: live((length) => beginStroke(1, text(length))),
    above: BAD_LIVE,
  },
  MAX_DRAFT_LENGTH: {
    reach: live((length) => ({
      kind: "begin",
      gesture: 1,
      what: "draft",
      shape: asShapeId("shape"),
      record: JSON.stringify({ text: text(length - 11) }),
    })),
    above: BAD_LIVE,
  },
  MAX_TEXT_PLACE_BYTES: {
    reach: live(
      () => ({
        kind: "begin",
        gesture: 1,
        what: "typing",
        shape: asShapeId("shape"),
      }),
      (bytes) => ({
        kind: "caret",
        gesture: 1,
        anchor: new Uint8Array(bytes),
        head: new Uint8Array(1),
      }),
    ),
    above: BAD_LIVE,
  },
  MAX_COORDINATE: {
    reach: control((x) => ({ kind: "look", at: { x, y: -x } })),
    above: BAD_CONTROL,
  },
  LIVE_PER_SECOND: {
    reach: (member, times) => {
      repeat(times, () => member.gesture({ kind: "cursor", at }));
    },
    above: { dropped: "LIVE_TOO_FAST" },
  },
  UPDATES_BURST: {
    reach: (member, times) => repeat(times, (i) => member.draw(`${i}`)),
    above: { dropped: "UPDATES_TOO_FAST" },
  },
  CONTROLS_BURST: {
    reach: controls((i) => ({ kind: "barrier", n: i + 1 })),
    above: TOO_FAST,
  },
  CHAT_BURST: {
    reach: controls((i) => ({ kind: "chat", nonce: `${i}`, text: "Hello" })),
    above: { error: "CHAT_TOO_FAST" },
  },
  MAX_CHAT_LENGTH: {
    reach: control((length) => ({
      kind: "chat",
      nonce: "1",
      text: text(length),
    })),
    above: BAD_CONTROL,
  },
  MAX_MENTIONS: {
    reach: control((count) => ({
      kind: "chat",
      nonce: "1",
      text: "@Ben",
      mentions: Array.from({ length: count }, () => ({
        user: "ben",
        name: "Ben",
      })),
    })),
    above: BAD_CONTROL,
  },
  MAX_ATTACHED_SHAPES: {
    reach: control((count) => ({
      kind: "chat",
      nonce: "1",
      text: "These",
      shapes: ids(count),
    })),
    above: BAD_CONTROL,
  },
  MAX_SHOWN_SELECTION: {
    reach: control((count) => ({ ...presence, selection: ids(count) })),
    above: BAD_CONTROL,
  },
  MAX_TOOL_LENGTH: {
    reach: control((length) => ({ ...presence, tool: text(length) })),
    above: BAD_CONTROL,
  },
  MAX_SAY_LENGTH: {
    reach: control((length) => ({ kind: "say", text: text(length) })),
    above: BAD_CONTROL,
  },
  SAY_BURST: {
    reach: controls((i) => ({ kind: "say", text: `${i}` })),
    above: { error: "SAY_TOO_FAST" },
  },
  REACTIONS_BURST: {
    reach: controls(() => ({ kind: "reaction", emoji: "👍", at })),
    above: { error: "REACTION_TOO_FAST" },
  },
  LOOKS_BURST: {
    reach: controls(() => ({ kind: "look", at })),
    above: { error: "LOOK_TOO_FAST" },
  },
  SEARCHES_BURST: {
    reach: controls((n) => ({ kind: "chat-search", n, query: "x" })),
    above: { error: "SEARCH_TOO_FAST" },
  },
  MAX_QUERY_LENGTH: {
    reach: control((length) => ({
      kind: "chat-search",
      n: 1,
      query: text(length),
    })),
    above: BAD_CONTROL,
  },
};

describe("a member who keeps to a limit notices nothing of it, and one who does not is told", () => {
  test.each(Object.entries(EDGES))("%s", async (name, edge) => {
    const limit = limits[name as keyof typeof limits];

    const within = await meet(edge, limit);
    expect(within).toEqual({ closed: undefined, errors: [], dropped: [] });

    const { above } = edge;
    const { closed, errors, dropped } = await meet(edge, limit + 1);
    if ("closed" in above)
      expect(closed).toEqual({ code: above.closed, reason: above.reason });
    else expect(closed).toBeUndefined();
    expect(errors).toEqual("error" in above ? [above.error] : []);
    expect(dropped).toEqual(
      "dropped" in above ? [above.dropped] : errors, // Those are counted as well.
    );
  });
});

async function meet({ reach, isStock = false }: Edge, size: number) {
  const rooms = new TestRooms();
  const other = await rooms.join("ben");
  const member = await rooms.join("ada", { isStock });
  reach(member, size);
  await settled();
  rooms.settle();
  const refused = [...rooms.tally.refusals.keys()];
  const isCancelled = other.live.some(({ entry }) => entry.kind === "cancel");
  expect(other.closed).toBeUndefined();
  return {
    closed: member.closed,
    errors: member.all("error").map(({ code }) => code),
    dropped: isCancelled ? ["cancel"] : refused,
  };
}

describe("rates", () => {
  /** How often a second something may be done for ever, by the name of the limit of how often it may be done at once. */
  test.each<[keyof typeof limits, keyof typeof limits]>([
    ["CONTROLS_BURST", "CONTROLS_PER_SECOND"],
    ["CHAT_BURST", "CHAT_PER_SECOND"],
    ["SAY_BURST", "SAY_PER_SECOND"],
    ["REACTIONS_BURST", "REACTIONS_PER_SECOND"],
    ["LOOKS_BURST", "LOOKS_PER_SECOND"],
    ["SEARCHES_BURST", "SEARCHES_PER_SECOND"],
    ["UPDATES_BURST", "UPDATES_PER_SECOND"],
  ])("after %s, %s", async (burst, perSecond) => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const { reach } = EDGES[burst]!;
    reach(ada, limits[burst] - 1);
    const refusals = () => rooms.tally.refusals.size;
    for (let second = 0; second < 5; second++) {
      rooms.clock.advance(1_000);
      reach(ada, limits[perSecond]);
      await settled();
    }
    expect(refusals()).toBe(0);
    expect(ada.closed).toBeUndefined();

    // What was left at the beginning, and one more.
    reach(ada, 2 + limits[burst]);
    expect(refusals() > 0 || ada.closed?.code === 4529).toBe(true);
  });

  test("MAX_PAUSE_MS above the rate of updates", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const flood = (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        repeat(300, (i) => ada.draw(`${second}/${i}`));
        rooms.clock.advance(1_000);
        ada.pong();
      }
    };
    repeat(limits.UPDATES_BURST + 1, (i) => ada.draw(`${i}`));
    flood(limits.MAX_PAUSE_MS / 1_000 - 1);
    expect(ada.closed).toBeUndefined();
    flood(3);

    expect(ada.closed).toEqual({ code: 4529, reason: "TOO_MANY_MESSAGES" });
  });
});
