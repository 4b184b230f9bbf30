import { describe, expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import {
  type AccessEdit,
  applyEdits,
  readAccess,
  toEntry,
} from "@/server/access/access-entries";
import type { AccessEntry } from "@/server/storage/board-storage";

const ben = asUserId("ben");

const EVERYTHING: readonly AccessEdit[] = [
  {
    part: "rules",
    value: {
      link: "viewer",
      chat: "slow",
      isLocked: true,
      passwordHash: "salt.key",
      passwords: 3,
    },
  },
  {
    part: "member",
    user: ben,
    value: { name: "Ben: the second", role: "commenter", password: 3 },
  },
  { part: "ban", user: ben, value: { name: "Ben", at: 5, addresses: ["::1"] } },
  {
    part: "invite",
    id: "i1",
    value: {
      role: "editor",
      tokenHash: "h",
      createdAt: 1,
      expiresAt: 9,
      usesLeft: 2,
    },
  },
  { part: "pen", user: ben, value: { until: 7 } },
];

describe("what was decided", () => {
  test("is the same after it was stored and read", () => {
    const entries = EVERYTHING.map(toEntry) as AccessEntry[];
    expect(readAccess(entries)).toEqual(applyEdits(readAccess([]), EVERYTHING));
    expect(readAccess(entries).members.get(ben)?.role).toBe("commenter");
  });

  test("is taken away by nothing in its place, and the state before stays as it was", () => {
    const before = applyEdits(readAccess([]), EVERYTHING);
    const edit = { part: "ban", user: ben, value: undefined } as const;
    expect(applyEdits(before, [edit]).bans.size).toBe(0);
    expect(before.bans.size).toBe(1);
    expect(toEntry(edit)).toEqual({ key: "ban:ben", value: undefined });
  });

  test.each([
    ["unknown", "{}"],
    ["rules", "{"],
    ["rules", '{"link":"everything"}'],
    ["member:ben", '{"name":"Ben","role":"owner"}'],
    ["invite:i1", '{"role":"editor"}'],
  ])("is refused when it is not such as we write: %s %s", (key, value) => {
    expect(() => readAccess([{ key, value }])).toThrow();
  });
});
