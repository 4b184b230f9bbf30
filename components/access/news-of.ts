import type { RoleNotice } from "@/core/protocol/control-message";

/** Something that has changed in what a person may do, as far as it is worth a word to them. */
export type AccessNews =
  | {
      readonly kind:
        | "owner"
        | "handedOver"
        | "locked"
        | "lockedWithPen"
        | "unlocked"
        | "pen"
        | "penTaken";
    }
  | {
      readonly kind: "role";
      readonly role: "editor" | "commenter" | "viewer";
    }
  | {
      readonly kind: "penUntil";
      /** Milliseconds since 1970. */
      readonly until: number;
    };

/** What to tell of a change; undefined where it makes no difference to this person, or is their own doing. */
export function newsOf(
  before: RoleNotice,
  now: RoleNotice,
): AccessNews | undefined {
  if (now.role === "owner")
    return before.role === "owner" ? undefined : { kind: "owner" };
  if (before.role === "owner") return { kind: "handedOver" };
  if (now.role !== before.role) return { kind: "role", role: now.role };
  return newsOfPen(before, now) ?? newsOfLock(before, now);
}

function newsOfPen(
  before: RoleNotice,
  now: RoleNotice,
): AccessNews | undefined {
  const { hasPen, penUntil, mayDraw } = now;
  if (!hasPen)
    return before.hasPen && !mayDraw ? { kind: "penTaken" } : undefined;
  if (before.hasPen && penUntil === before.penUntil) return undefined;
  return penUntil === undefined
    ? { kind: "pen" }
    : { kind: "penUntil", until: penUntil };
}

function newsOfLock(
  before: RoleNotice,
  now: RoleNotice,
): AccessNews | undefined {
  if (now.isLocked === before.isLocked) return undefined;
  if (!now.isLocked)
    return now.mayDraw && !before.mayDraw ? { kind: "unlocked" } : undefined;
  if (now.mayDraw) return { kind: "lockedWithPen" };
  return before.mayDraw ? { kind: "locked" } : undefined;
}
