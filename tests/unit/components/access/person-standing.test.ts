import { expect, test } from "vitest";
import {
  standingIn,
  standingOfMine,
} from "@/components/access/person-standing";
import type { AccessOverview } from "@/core/protocol/access";
import type { RoleNotice } from "@/core/protocol/control-message";

const overview: AccessOverview = {
  link: "editor",
  chat: "everyone",
  isLocked: true,
  hasPassword: false,
  members: [{ user: "ben", name: "Ben", role: "viewer" }],
  bans: [],
  invites: [],
  pens: [{ user: "ben", until: 5 }, { user: "cleo" }],
};

test("what the owner has decided is known of each person", () => {
  expect(standingIn(overview, "ben")).toMatchObject({
    role: "viewer",
    pen: { until: 5 },
  });
  expect(standingIn(overview, "cleo").role).toBeUndefined();
  expect(standingIn(overview, "cleo").pen).toBeDefined();
  expect(standingIn(overview, "dan")).toEqual({});
});

test.each([
  ["owner", undefined],
  ["editor", undefined],
  ["commenter", "commenter"],
  ["viewer", "viewer"],
] as const)("of one's own, %s is shown as %s", (role, shown) => {
  const mine: RoleNotice = {
    role,
    mayDraw: true,
    mayChat: true,
    isLocked: false,
    chat: "everyone",
    hasPen: true,
    penUntil: 7,
  };
  expect(standingOfMine(mine)).toEqual({ role: shown, pen: { until: 7 } });
  expect(standingOfMine({ ...mine, hasPen: false }).pen).toBeUndefined();
});
