import { Crown, Hand } from "lucide-react";
import type { Collaboration } from "@/client/collaboration/collaboration";
import type { UserId } from "@/core/base/ids";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";

interface AvatarBadgeProps {
  readonly collaboration: Collaboration;
  readonly user: UserId;
}

/** At the corner of a person's disc: their raised hand, or else that the board is theirs. */
export function AvatarBadge({ collaboration, user }: AvatarBadgeProps) {
  const t = useTranslations("people");
  const state = useSelected(collaboration.companions, (companions) => {
    const person = companions.find((one) => one.user === user);
    if (person?.handRaisedAt !== undefined) return "hand";
    return person?.isOwner ? "owner" : undefined;
  });
  if (!state) return null;
  const isHand = state === "hand";
  const Icon = isHand ? Hand : Crown;
  return (
    <span
      role="img"
      aria-label={isHand ? t("handRaised") : t("owner")}
      className={classNames(
        "ring-surface animate-appear pointer-events-none absolute z-10 -right-1 -bottom-1 flex size-4 items-center justify-center rounded-full ring-2",
        isHand ? "bg-accent text-on-accent" : "bg-surface text-ink-soft",
      )}
    >
      <Icon className="size-2.5" strokeWidth={2.75} aria-hidden="true" />
    </span>
  );
}
