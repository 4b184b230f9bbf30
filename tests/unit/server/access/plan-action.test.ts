import { describe, expect, test } from "vitest";
import { asUserId, type UserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import type { AccessAction } from "@/core/protocol/access";
import {
  MAX_BANS,
  MAX_MEMBERSHIPS,
  MAX_INVITES,
  MAX_PENS,
} from "@/core/protocol/limits";
import {
  type AccessEdit,
  applyEdits,
  readAccess,
} from "@/server/access/access-entries";
import type { AccessState } from "@/server/access/access-state";
import { planAction } from "@/server/access/plan-action";
import { planRedemption } from "@/server/access/plan-redemption";

const ada = asUserId("ada");
const ben = asUserId("ben");
const NOW = 1_000_000;
const EMPTY = readAccess([]);

const plan = (action: AccessAction, state: AccessState = EMPTY) =>
  planAction(action, {
    state,
    owner: ada,
    now: NOW,
    random: seededRandom(1),
    nameOf: (user) => (user === ben ? "Ben" : undefined),
    addressesOf: () => ["192.0.2.1"],
    passwordHash: undefined,
  });

/** A state with so many parts of a kind. */
const full = (count: number, edit: (user: UserId, i: number) => AccessEdit) =>
  applyEdits(
    EMPTY,
    Array.from({ length: count }, (_, i) => edit(asUserId(`u${i}`), i)),
  );

describe("what an owner asks for", () => {
  test("is not done to the owner or to a stranger", () => {
    for (const user of ["ada", "nobody"])
      expect(plan({ do: "kick", user })).toBeUndefined();
    expect(plan({ do: "kick", user: "ben" })).toEqual({
      edits: [],
      kicked: ben,
    });
  });

  test("is refused where there are too many already, and taken just below", () => {
    const bans = (count: number) =>
      full(count, (user) => ({
        part: "ban",
        user,
        value: { name: "", at: 0, addresses: [] },
      }));
    const pens = (count: number) =>
      full(count, (user) => ({ part: "pen", user, value: {} }));
    const roles = (count: number) =>
      full(count, (user) => ({
        part: "member",
        user,
        value: { name: "", role: "viewer" },
      }));
    const invites = (count: number) =>
      full(count, (_, i) => ({
        part: "invite",
        id: `i${i}`,
        value: { role: "viewer", tokenHash: "", createdAt: 0 },
      }));
    const cases: [AccessAction, (count: number) => AccessState, number][] = [
      [{ do: "ban", user: "ben", withAddress: false }, bans, MAX_BANS],
      [{ do: "give-pen", user: "ben" }, pens, MAX_PENS],
      [{ do: "set-role", user: "ben", role: "viewer" }, roles, MAX_MEMBERSHIPS],
      [{ do: "invite", role: "viewer" }, invites, MAX_INVITES],
    ];
    for (const [action, stateOf, limit] of cases) {
      expect(plan(action, stateOf(limit - 1)), action.do).toBeDefined();
      expect(plan(action, stateOf(limit)), action.do).toBeUndefined();
    }
  });

  test("makes room for an invite where others have expired", () => {
    const expired = full(MAX_INVITES, (_, i) => ({
      part: "invite",
      id: `i${i}`,
      value: { role: "viewer", tokenHash: "", createdAt: 0, expiresAt: NOW },
    }));
    const edits = plan({ do: "invite", role: "viewer" }, expired)?.edits ?? [];
    expect(applyEdits(expired, edits).invites.size).toBe(1);
  });

  test("keeps the role of nobody who is banned, nor their pen", () => {
    const state = applyEdits(EMPTY, [
      { part: "member", user: ben, value: { name: "Ben", role: "editor" } },
      { part: "pen", user: ben, value: {} },
    ]);
    const edits = plan(
      { do: "ban", user: "ben", withAddress: true },
      state,
    )!.edits;
    const { members, pens, bans } = applyEdits(state, edits);
    expect([members.size, pens.size]).toEqual([0, 0]);
    expect(bans.get(ben)?.addresses).toEqual(["192.0.2.1"]);
  });

  test("forgets who has given a password once there is another, but no role", () => {
    const state = applyEdits(EMPTY, [
      { part: "member", user: ben, value: { name: "Ben", password: 1 } },
      {
        part: "member",
        user: ada,
        value: { name: "Ada", role: "viewer", password: 1 },
      },
    ]);
    const action = { do: "set-password", password: "x" } as const;
    const { edits } = plan(action, state)!;
    expect([...applyEdits(state, edits).members.keys()]).toEqual([ada]);
  });

  test("keeps nothing of somebody who has what everybody has", () => {
    const state = applyEdits(EMPTY, [
      { part: "member", user: ben, value: { name: "Ben", role: "viewer" } },
    ]);
    const action = { do: "set-role", user: "ben", role: null } as const;
    const { edits } = plan(action, state)!;
    expect(applyEdits(state, edits).members.size).toBe(0);
  });

  test("gives another role to somebody who has one, however many have", () => {
    const state = applyEdits(
      full(MAX_MEMBERSHIPS - 1, (user) => ({
        part: "member",
        user,
        value: { name: "", role: "viewer" },
      })),
      [{ part: "member", user: ben, value: { name: "Ben", role: "viewer" } }],
    );
    const action = { do: "set-role", user: "ben", role: "editor" } as const;
    expect(plan(action, state)).toBeDefined();
  });

  test("does not hand the room to somebody who is banned", () => {
    const state = full(1, () => ({
      part: "ban",
      user: ben,
      value: { name: "Ben", at: 0, addresses: [] },
    }));
    expect(plan({ do: "transfer", user: "ben" }, state)).toBeUndefined();
    expect(plan({ do: "transfer", user: "ben" })?.owner).toBe(ben);
  });
});

describe("an invite", () => {
  const invited = (changed: object = {}) => {
    const { edits, token } = plan({
      do: "invite",
      role: "commenter",
      ...changed,
    })!;
    return { state: applyEdits(EMPTY, edits), token: token! };
  };
  const redeem = (state: AccessState, token: string, now = NOW) =>
    planRedemption(state, { user: ben, name: "Ben", token, now });

  test("gives its role, and is gone after its last use", () => {
    const { state, token } = invited({ uses: 1 });
    const { role, edits } = redeem(state, token)!;
    expect(role).toBe("commenter");
    expect(applyEdits(state, edits).invites.size).toBe(0);
  });

  test("gives nothing in a room that has no place for one more", () => {
    const { state, token } = invited();
    const members = (count: number) =>
      applyEdits(
        state,
        Array.from({ length: count }, (_, i) => ({
          part: "member" as const,
          user: asUserId(`u${i}`),
          value: { name: "", password: 1 },
        })),
      );
    expect(redeem(members(MAX_MEMBERSHIPS - 1), token)).toBeDefined();
    expect(redeem(members(MAX_MEMBERSHIPS), token)).toBeUndefined();
  });

  test("gives nothing from its end on, nor to another token", () => {
    const { state, token } = invited({ forMs: 1_000 });
    expect(redeem(state, token, NOW + 999)).toBeDefined();
    expect(redeem(state, token, NOW + 1_000)).toBeUndefined();
    expect(redeem(state, `${token}x`)).toBeUndefined();
  });

  test.each([
    ["viewer", "commenter", 0],
    ["commenter", "commenter", 1],
    ["editor", "editor", 1],
  ] as const)("leaves a %s as %s", (before, after, left) => {
    const { state, token } = invited({ uses: 1 });
    const had = applyEdits(state, [
      { part: "member", user: ben, value: { name: "Ben", role: before } },
    ]);
    const { role, edits } = redeem(had, token)!;
    expect(role).toBe(after);
    expect(applyEdits(had, edits).invites.size).toBe(left);
  });
});
