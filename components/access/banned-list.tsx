import { useRef } from "react";
import { systemClock } from "@/core/base/clock";
import type { AccessBan } from "@/core/protocol/access";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { momentLabel } from "../ui/time-label";
import { useHandOnFocus } from "../ui/use-hand-on-focus";
import type { Manage } from "./use-manage";

interface BannedListProps extends Pick<Manage, "manage"> {
  readonly bans: readonly AccessBan[];
}

/** Who is kept out, to let them in again. */
export function BannedList({ bans, manage }: BannedListProps) {
  const t = useTranslations("access.rules");
  return (
    <section aria-label={t("banned")} className="px-2.5 pt-1.5">
      <h3 className="text-fine text-ink-soft font-semibold">{t("banned")}</h3>
      <ul className="max-h-48 overflow-y-auto">
        {bans.map((ban) => (
          <BannedRow
            key={ban.user}
            ban={ban}
            onLetIn={() => void manage({ do: "unban", user: ban.user })}
          />
        ))}
      </ul>
    </section>
  );
}

interface BannedRowProps {
  readonly ban: AccessBan;
  readonly onLetIn: () => void;
}

function BannedRow({ ban, onLetIn }: BannedRowProps) {
  const t = useTranslations("access.rules");
  const locale = useLocale();
  const button = useRef<HTMLButtonElement>(null);
  useHandOnFocus(button);
  const { name, at, withAddress } = ban;
  const time = momentLabel(at, systemClock.now(), locale);
  return (
    <li className="flex items-center gap-3 py-1">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="text-fine text-ink-soft block truncate">
          {withAddress ? t("bannedWithAddress", { time }) : time}
        </span>
      </span>
      <Button
        ref={button}
        look="quiet"
        aria-label={t("letInPerson", { name })}
        onClick={onLetIn}
        className="text-small px-3"
      >
        {t("letIn")}
      </Button>
    </li>
  );
}
