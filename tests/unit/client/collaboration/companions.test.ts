import { describe, expect, test } from "vitest";
import {
  areSameCompanions,
  companionsOf,
} from "@/client/collaboration/companions";
import type { MemberActivity } from "@/client/collaboration/member-activities";
import type { Person } from "@/client/sync/people";
import { activity, person } from "./fakes";

const companions = (people: Person[], activities: MemberActivity[] = []) =>
  companionsOf({
    people,
    activityOf: (slot) => activities.find((one) => one.slot === slot),
    mySlot: 0,
  });

describe("the list of people", () => {
  test("has me first, then the owner, then hands as they were raised, then the others as they came", () => {
    const people = [
      person("early", { slots: [1], joinedAt: 1 }),
      person("late", { slots: [2], joinedAt: 2 }),
      person("second hand", { slots: [3], joinedAt: 3 }),
      person("first hand", { slots: [4], joinedAt: 4 }),
      person("owner", { slots: [5], joinedAt: 5, isOwner: true }),
      person("me", { slots: [0], joinedAt: 6, isMe: true }),
    ];
    const hands = [
      activity(3, { handRaisedAt: 200 }),
      activity(4, { handRaisedAt: 100 }),
    ];
    expect(companions(people, hands).map(({ name }) => name)).toEqual([
      "me",
      "owner",
      "first hand",
      "second hand",
      "early",
      "late",
    ]);
  });

  test("says of somebody with two tabs what they do in the one that they use", () => {
    const ben = person("ben", { slots: [1, 2] });
    const [busy] = companions(
      [ben],
      [
        activity(1, { tool: "draw" }),
        activity(2, { tool: "text", idle: true }),
      ],
    );
    expect(busy).toMatchObject({ tool: "draw", isIdle: false });
    const [idle] = companions(
      [ben],
      [activity(1, { idle: true }), activity(2, { idle: true })],
    );
    expect(idle).toMatchObject({ isIdle: true });
  });

  test("takes the hand that was raised first in any tab", () => {
    const ben = person("ben", { slots: [1, 2] });
    const raised = [
      activity(1, { handRaisedAt: 9 }),
      activity(2, { handRaisedAt: 5 }),
    ];
    expect(companions([ben], raised)[0]?.handRaisedAt).toBe(5);
  });

  test("knows who follows me, and that nobody does before this page has a slot", () => {
    const ben = person("ben", { slots: [1] });
    const following = [activity(1, { following: 0 })];
    expect(companions([ben], following)[0]?.followsMe).toBe(true);
    const early = companionsOf({
      people: [ben],
      activityOf: () => activity(1),
      mySlot: undefined,
    });
    expect(early[0]?.followsMe).toBe(false);
  });

  test("is the same as long as nothing that it shows is different", () => {
    const ben = person("ben", { slots: [1] });
    const before = companions([ben], [activity(1, { selection: ["a"] })]);
    const now = companions([ben], [activity(1, { selection: ["b"] })]);
    expect(areSameCompanions(before, now)).toBe(true);
    const drawing = companions([ben], [activity(1, { tool: "draw" })]);
    expect(areSameCompanions(before, drawing)).toBe(false);
  });
});
