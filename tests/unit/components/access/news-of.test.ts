import { expect, test } from "vitest";
import { newsOf } from "@/components/access/news-of";
import type { RoleNotice } from "@/core/protocol/control-message";

const EDITOR: RoleNotice = {
  role: "editor",
  mayDraw: true,
  mayChat: true,
  isLocked: false,
  chat: "everyone",
  hasPen: false,
};
const VIEWER: RoleNotice = {
  ...EDITOR,
  role: "viewer",
  mayDraw: false,
  mayChat: false,
};
const OWNER: RoleNotice = { ...EDITOR, role: "owner" };
const locked = (notice: RoleNotice): RoleNotice => ({
  ...notice,
  isLocked: true,
  mayDraw: notice.hasPen || notice.role === "owner",
});
const withPen = (notice: RoleNotice, penUntil?: number): RoleNotice => ({
  ...notice,
  mayDraw: true,
  hasPen: true,
  ...(penUntil !== undefined && { penUntil }),
});

test.each<[string, RoleNotice, RoleNotice, object | undefined]>([
  ["becoming the owner", EDITOR, OWNER, { kind: "owner" }],
  ["no longer being it", OWNER, EDITOR, { kind: "handedOver" }],
  ["another role", EDITOR, VIEWER, { kind: "role", role: "viewer" }],
  ["a lock", EDITOR, locked(EDITOR), { kind: "locked" }],
  ["its end", locked(EDITOR), EDITOR, { kind: "unlocked" }],
  ["the pen", locked(EDITOR), withPen(locked(EDITOR)), { kind: "pen" }],
  [
    "the pen for a while",
    VIEWER,
    withPen(VIEWER, 300_000),
    { kind: "penUntil", until: 300_000 },
  ],
  [
    "a longer while",
    withPen(VIEWER, 300_000),
    withPen(VIEWER, 400_000),
    { kind: "penUntil", until: 400_000 },
  ],
  ["the pen's end", withPen(VIEWER), VIEWER, { kind: "penTaken" }],
  [
    "a lock that leaves the pen",
    withPen(EDITOR),
    withPen(locked(EDITOR)),
    { kind: "lockedWithPen" },
  ],
])("%s is told", (_, before, now, news) => {
  expect(newsOf(before, now)).toEqual(news);
});

test.each<[string, RoleNotice, RoleNotice]>([
  ["the owner's own lock", OWNER, locked(OWNER)],
  ["a lock, to a viewer", VIEWER, locked(VIEWER)],
  ["its end, to a viewer", locked(VIEWER), VIEWER],
  ["a pen that is taken from an editor", withPen(EDITOR), EDITOR],
  ["the same again", withPen(VIEWER, 5), withPen(VIEWER, 5)],
  ["the chat, which says so itself", EDITOR, { ...EDITOR, chat: "slow" }],
])("%s is not", (_, before, now) => {
  expect(newsOf(before, now)).toBeUndefined();
});
