import { beforeEach, describe, expect, test } from "vitest";
import { Follow, type FollowEnd } from "@/client/collaboration/follow";
import { asUserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Box } from "@/core/geometry/box";
import { TestEditor } from "../../../support/test-editor";
import { FakeRoom } from "./fakes";

const BEN = asUserId("ben");
const BOX: Box = { minX: 0, minY: 0, maxX: 100, maxY: 100 };

let ada: TestEditor;
let room: FakeRoom;
let follow: Follow;
let mySlot: number;
let told: (number | undefined)[];
let chased: Box[];
let ended: FollowEnd[];
let views: Map<number, Box>;
let viewed: Listeners<number>;

beforeEach(() => {
  ada = new TestEditor();
  room = new FakeRoom("me", "ben", "cleo");
  mySlot = 0;
  told = [];
  chased = [];
  ended = [];
  views = new Map();
  viewed = new Listeners();
  follow = new Follow({
    editor: ada.editor,
    people: room.roster.people,
    activities: room.activities,
    presence: {
      viewOf: (slot) => views.get(slot),
      onView: (listener) => viewed.add(listener),
    },
    drive: { chase: (box) => chased.push(box), stop: () => {} },
    mySlot: () => mySlot,
    tell: (slot) => told.push(slot),
  });
  follow.ended.add((end) => ended.push(end));
});

const looksAt = (slot: number, box: Box) => {
  views.set(slot, box);
  viewed.emit(slot);
};
const followed = () => ada.editor.following.get();

describe("following somebody", () => {
  test("tells them, and keeps up with what they see and nobody else does", () => {
    follow.start(BEN);
    expect(told).toEqual([1]);
    looksAt(1, BOX);
    looksAt(2, { ...BOX, maxX: 5 });
    expect(chased).toEqual([BOX]);
    follow.stop();
    expect(told).toEqual([1, undefined]);
    looksAt(1, BOX);
    expect(chased).toHaveLength(1);
  });

  test("goes for the tab that they use", () => {
    room.join([3, "ben"]);
    room.does(3, { idle: true });
    room.does(1, { tool: "draw" });
    follow.start(BEN);
    expect(told).toEqual([1]);
  });

  test("ends with a word when they leave, and goes on in their other tab", () => {
    room.join([3, "ben"]);
    follow.start(BEN);
    const [first] = told;
    room.leave(first!);
    expect(followed()).toBe(BEN);
    expect(told).toHaveLength(2);
    room.leave(told[1]!);
    expect(followed()).toBeUndefined();
    expect(ended).toEqual([{ reason: "left", name: "ben" }]);
    expect(told.at(-1)).toBeUndefined();
  });

  test("ends without a word when this person begins to draw or to write", () => {
    follow.start(BEN);
    ada.pointerDown(10, 10);
    expect(followed()).toBeUndefined();
    ada.pointerUp();
    follow.start(BEN);
    ada.board.change("add", (draft) => {
      draft.add({ kind: "note", at: { x: 0, y: 0 } });
    });
    ada.editor.typing.start(ada.board.inOrder().at(-1)!.id);
    expect(followed()).toBeUndefined();
    expect(ended).toEqual([]);
  });

  test("does not begin with oneself or with somebody who is not here", () => {
    follow.start(asUserId("me"));
    follow.start(asUserId("dan"));
    ada.editor.following.set(asUserId("dan"));
    expect(followed()).toBeUndefined();
    expect(told).toEqual([]);
  });
});

describe("following in a circle", () => {
  test("is refused, over however many others it would lead back", () => {
    room.does(1, { following: 2 });
    room.does(2, { following: 0 });
    follow.start(BEN);
    expect(followed()).toBeUndefined();
    expect(ended).toEqual([{ reason: "circle", name: "ben" }]);
  });

  test("that two began at the same time is left by the one who came last", () => {
    follow.start(BEN);
    room.does(1, { following: 0 });
    expect(followed()).toBe(BEN);

    mySlot = 5;
    room.does(1, { following: 5 });
    expect(followed()).toBeUndefined();
    expect(ended).toEqual([{ reason: "circle", name: "ben" }]);
  });

  test("of others is none of one's own business", () => {
    follow.start(BEN);
    room.does(1, { following: 2 });
    room.does(2, { following: 1 });
    expect(followed()).toBe(BEN);
  });
});
