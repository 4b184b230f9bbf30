import { useRef } from "react";
import { systemClock } from "@/core/base/clock";
import type { AccessInvite } from "@/core/protocol/access";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { momentLabel } from "../ui/time-label";
import { useHandOnFocus } from "../ui/use-hand-on-focus";

interface InviteRowProps {
  readonly invite: AccessInvite;
  readonly onRevoke: () => void;
}

/** An invite link that is in force: what it gives, and what is left of it. */
export function InviteRow({ invite, onRevoke }: InviteRowProps) {
  const t = useTranslations("access");
  const locale = useLocale();
  const button = useRef<HTMLButtonElement>(null);
  useHandOnFocus(button);
  const { expiresAt, usesLeft } = invite;
  const role = t(`roles.${invite.role}`);
  const end =
    expiresAt === undefined
      ? t("invites.endless")
      : t("invites.until", {
          time: momentLabel(expiresAt, systemClock.now(), locale),
        });
  const uses =
    usesLeft === undefined
      ? t("invites.usesEndless")
      : t("invites.usesLeft", { uses: usesLeft });
  const limits = `${end} · ${uses}`;
  return (
    <li className="border-line flex items-center gap-3 py-2 not-last:border-b">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{role}</span>
        <span className="text-small text-ink-soft block">{limits}</span>
      </span>
      <Button
        ref={button}
        look="quiet"
        aria-label={t("invites.revokeOne", { role, limits })}
        onClick={onRevoke}
        className="text-small px-3"
      >
        {t("invites.revoke")}
      </Button>
    </li>
  );
}
