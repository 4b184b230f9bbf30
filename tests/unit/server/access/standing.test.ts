import { describe, expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import {
  type AccessEdit,
  applyEdits,
  readAccess,
} from "@/server/access/access-entries";
import { OPEN_RULES } from "@/server/access/access-state";
import { standingOf } from "@/server/access/standing";
import { MAY_DRAW } from "../../../support/standings";

const ada = asUserId("ada");
const ben = asUserId("ben");
const NOW = 1_000_000;

/** What Ben may do in Ada's room after these decisions. */
const bens = (edits: readonly AccessEdit[], address = "192.0.2.1") =>
  standingOf({
    state: applyEdits(readAccess([]), edits),
    owner: ada,
    visitor: { user: ben, address },
    now: NOW,
  });

const rules = (changed: Partial<typeof OPEN_RULES>): AccessEdit => ({
  part: "rules",
  value: { ...OPEN_RULES, ...changed },
});
const member = (value: object): AccessEdit => ({
  part: "member",
  user: ben,
  value: { name: "Ben", ...value },
});
const ban = (user = ben, addresses: string[] = []): AccessEdit => ({
  part: "ban",
  user,
  value: { name: "B", at: NOW, addresses },
});
const pen = (until?: number): AccessEdit => ({
  part: "pen",
  user: ben,
  value: { until },
});
const cy = asUserId("cy");

describe("what somebody may do", () => {
  test("is to draw and to chat while nothing has been decided", () => {
    expect(bens([])).toEqual(MAY_DRAW);
  });

  test.each([
    ["editor", true, true],
    ["commenter", false, true],
    ["viewer", false, false],
  ] as const)("with the link of a %s", (role, mayDraw, mayChat) => {
    const allowed = { ...MAY_DRAW, role, mayDraw, mayChat };
    expect(bens([rules({ link: role })])).toEqual(allowed);
    expect(bens([rules({ link: "none" }), member({ role })])).toEqual(allowed);
  });

  test("is less than the link says with a lower role of one's own", () => {
    expect(bens([member({ role: "viewer" })])).toMatchObject({
      mayDraw: false,
    });
  });

  test("is nothing with a link that gives nothing", () => {
    expect(bens([rules({ link: "none" })])).toEqual({ refusal: "NO_ACCESS" });
  });

  test("is not to draw while the room is locked, but with the pen", () => {
    const locked = rules({ isLocked: true });
    expect(bens([locked])).toMatchObject({ mayDraw: false, mayChat: true });
    expect(bens([locked, pen()])).toMatchObject({
      mayDraw: true,
      hasPen: true,
    });
  });

  test("is to draw with the pen until its time is over", () => {
    const viewer = rules({ link: "viewer" });
    expect(bens([viewer, pen(NOW + 1)])).toMatchObject({
      role: "viewer",
      mayDraw: true,
      penUntil: NOW + 1,
    });
    expect(bens([viewer, pen(NOW)])).toMatchObject({
      mayDraw: false,
      hasPen: false,
    });
  });

  test("is not to chat while that is the owner's alone", () => {
    expect(bens([rules({ chat: "owner" })])).toMatchObject({ mayChat: false });
    expect(bens([rules({ chat: "slow" })])).toMatchObject({ mayChat: true });
  });

  test("is nothing for the banned, also with a role or the password", () => {
    const edits = [member({ role: "editor", password: 1 }), ban()];
    expect(bens(edits)).toEqual({ refusal: "BANNED" });
  });

  test("is nothing from a banned address, but for those with a role", () => {
    const banned = ban(cy, ["192.0.2.1"]);
    expect(bens([banned])).toEqual({ refusal: "BANNED" });
    expect(bens([banned], "192.0.2.2")).toEqual(MAY_DRAW);
    expect(bens([banned, member({ role: "editor" })])).toEqual(MAY_DRAW);
  });

  test("needs the last password, or a role", () => {
    const locked = rules({ passwordHash: "x", passwords: 2 });
    expect(bens([locked])).toEqual({ refusal: "PASSWORD_NEEDED" });
    expect(bens([locked, member({ password: 1 })])).toEqual({
      refusal: "PASSWORD_NEEDED",
    });
    expect(bens([locked, member({ password: 2 })])).toEqual(MAY_DRAW);
    expect(bens([locked, member({ role: "editor" })])).toEqual(MAY_DRAW);
  });

  test("is everything for the owner, whatever was decided", () => {
    const state = applyEdits(readAccess([]), [
      rules({ link: "none", isLocked: true, chat: "owner", passwordHash: "x" }),
      ban(cy, ["192.0.2.1"]),
    ]);
    const visitor = { user: ada, address: "192.0.2.1" };
    expect(standingOf({ state, owner: ada, visitor, now: NOW })).toMatchObject({
      role: "owner",
      mayDraw: true,
      mayChat: true,
    });
  });

  test("in a room that is nobody's is the same for everybody", () => {
    const state = readAccess([]);
    const visitor = { user: ben, address: "192.0.2.1" };
    expect(standingOf({ state, owner: undefined, visitor, now: NOW })).toEqual(
      MAY_DRAW,
    );
  });
});
