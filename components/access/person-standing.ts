import type {
  AccessOverview,
  AccessPen,
  GivenRole,
} from "@/core/protocol/access";
import type { RoleNotice } from "@/core/protocol/control-message";

/** What a person may do beside what everybody may. */
export interface PersonStanding {
  /** Undefined for what the link gives. */
  readonly role: GivenRole | undefined;
  readonly pen: Pick<AccessPen, "until"> | undefined;
}

/** What the owner has decided about somebody. */
export function standingIn(
  { members, pens }: AccessOverview,
  user: string,
): PersonStanding {
  return {
    role: members.find((member) => member.user === user)?.role,
    pen: pens.find((pen) => pen.user === user),
  };
}

/** What is worth showing of one's own: an editor does what is usual. */
export function standingOfMine({
  role,
  hasPen,
  penUntil,
}: RoleNotice): PersonStanding {
  return {
    role: role === "owner" || role === "editor" ? undefined : role,
    pen: hasPen ? { until: penUntil } : undefined,
  };
}
