import { describe, expect, test } from "vitest";
import type { ClientControl } from "@/core/protocol/control-message";
import {
  LEAVE_GRACE_MS,
  REACTIONS_BURST,
  SAY_BURST,
  SUMMON_INTERVAL_MS,
} from "@/core/protocol/limits";
import { settled, TestRooms } from "../../../support/server-room";

type Presence = Extract<ClientControl, { kind: "presence" }>;

const presence = (change: Partial<Presence> = {}): Presence => ({
  kind: "presence",
  selection: [],
  tool: "select",
  hand: false,
  idle: false,
  ...change,
});
const AT = { x: 1, y: 2 };
const BOX = { minX: 0, minY: 0, maxX: 800, maxY: 600 };

describe("what members do", () => {
  test("is told to everybody under the member's slot", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");

    ben.control(presence({ selection: ["a"], tool: "draw", following: 0 }));
    rooms.settle();

    expect(ada.last("presence")).toEqual({
      kind: "presence",
      slot: 1,
      selection: ["a"],
      tool: "draw",
      idle: false,
      following: 0,
    });
  });

  test("is told to whoever comes later, as it is then", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ada.control(presence({ tool: "draw" }));
    ada.control(presence({ tool: "eraser" }));
    ben.control(presence({ tool: "text" }));
    ben.leave();
    const cleo = await rooms.join("cleo");

    expect(cleo.all("presence")).toMatchObject([{ slot: 0, tool: "eraser" }]);
  });

  test("is no business of a member who has not said hello", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.connect("ada");
    ada.control(presence());
    expect(ada.closed).toMatchObject({ code: 4400 });
  });

  test("closes the line of whoever says it out of bounds, and nobody else notices", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ben.control(presence({ selection: Array<string>(201).fill("a") }));
    rooms.settle();
    expect(ben.closed).toMatchObject({ code: 4400, reason: "BAD_CONTROL" });
    expect(ada.all("presence")).toEqual([]);
  });
});

describe("a raised hand", () => {
  test("has the time at which it was raised, until it is lowered", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const raisedAt = rooms.clock.now();
    ada.control(presence({ hand: true }));
    rooms.clock.advance(1_000);
    ada.control(presence({ hand: true, tool: "draw" }));
    rooms.settle();
    expect(ada.last("presence")).toMatchObject({ handRaisedAt: raisedAt });

    ada.control(presence());
    rooms.settle();
    expect(ada.last("presence")).not.toHaveProperty("handRaisedAt");
  });

  test("keeps its turn through a short cut, and not through a long one", async () => {
    const rooms = new TestRooms();
    const ben = await rooms.join("ben");
    const raisedAt = rooms.clock.now();
    let ada = await rooms.join("ada");
    const comeBackAfter = async (time: number) => {
      ada.leave();
      rooms.clock.advance(time);
      ada = await rooms.join("ada");
      ada.control(presence({ hand: true }));
      rooms.settle();
      return ben.last("presence")?.handRaisedAt;
    };
    ada.control(presence({ hand: true }));
    rooms.settle();
    const first = ben.last("presence")!.handRaisedAt!;
    expect(first).toBeGreaterThanOrEqual(raisedAt);
    expect(await comeBackAfter(1_000)).toBe(first);
    expect(await comeBackAfter(LEAVE_GRACE_MS + 1)).toBeGreaterThan(first);
  });
});

describe("the owner", () => {
  test("is told apart as soon as the room is somebody's, and to those who come later", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    expect(ada.last("roster")?.joined[0]).not.toHaveProperty("isOwner");

    ada.draw("a");
    await settled();
    rooms.settle();
    expect(ben.last("roster")).toMatchObject({
      joined: [{ user: "ada", isOwner: true }],
    });

    const cleo = await rooms.join("cleo");
    const known = cleo.all("roster").find(({ full }) => full);
    expect(known?.joined.filter(({ isOwner }) => isOwner)).toMatchObject([
      { user: "ada" },
    ]);
  });
});

describe("a word at the cursor", () => {
  test("reaches everybody as it is now", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ben.control({ kind: "say", text: "hel" });
    ben.control({ kind: "say", text: "" });
    rooms.settle();
    expect(ada.all("say")).toEqual([
      { kind: "say", slot: 1, text: "hel" },
      { kind: "say", slot: 1, text: "" },
    ]);
  });

  test("that changes too fast is refused to its author alone", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    for (let i = 0; i <= SAY_BURST; i++)
      ben.control({ kind: "say", text: `${i}` });
    rooms.settle();
    expect(ben.all("error")).toEqual([{ kind: "error", code: "SAY_TOO_FAST" }]);
    expect(ada.all("say")).toHaveLength(SAY_BURST);
    expect(ada.all("error")).toEqual([]);
  });
});

describe("a reaction", () => {
  test("reaches everybody, and too many do not", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    for (let i = 0; i <= REACTIONS_BURST; i++)
      ben.control({ kind: "reaction", emoji: "🎉", at: AT });
    rooms.settle();
    expect(ada.all("reaction")).toHaveLength(REACTIONS_BURST);
    expect(ada.last("reaction")).toMatchObject({
      slot: 1,
      emoji: "🎉",
      at: AT,
    });
    expect(ben.last("error")).toMatchObject({ code: "REACTION_TOO_FAST" });
  });

  test("is one of a few", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.control({ kind: "reaction", emoji: "text" as "🎉", at: AT });
    expect(ada.closed).toMatchObject({ code: 4400 });
  });
});

describe("a summon", () => {
  test("reaches everybody, and another of the same person only after a while", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    const bensOtherTab = await rooms.join("ben");

    ben.control({ kind: "summon", box: BOX });
    bensOtherTab.control({ kind: "summon", box: BOX });
    ada.control({ kind: "summon", box: BOX });
    rooms.settle();
    expect(ada.all("summon")).toEqual([
      { kind: "summon", slot: 1, box: BOX },
      { kind: "summon", slot: 0, box: BOX },
    ]);
    expect(bensOtherTab.last("error")).toMatchObject({
      code: "SUMMON_TOO_SOON",
    });

    rooms.clock.advance(SUMMON_INTERVAL_MS);
    ben.control({ kind: "summon", box: BOX });
    rooms.settle();
    expect(ada.all("summon")).toHaveLength(3);
  });

  test("names a part of the board that has an area", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.control({ kind: "summon", box: { ...BOX, maxX: -1 } });
    expect(ada.closed).toMatchObject({ code: 4400 });
  });
});
