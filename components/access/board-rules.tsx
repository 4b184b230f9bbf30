import { CHAT_MODES, type AccessOverview } from "@/core/protocol/access";
import { SLOW_CHAT_MS } from "@/core/protocol/limits";
import { useTranslations } from "../messages/use-translations";
import { Segments } from "../ui/segments";
import { SwitchRow } from "../ui/switch-row";
import { BannedList } from "./banned-list";
import type { Manage } from "./use-manage";
import { useShownChoice } from "./use-shown-choice";

interface BoardRulesProps extends Pick<Manage, "manage"> {
  readonly overview: AccessOverview;
}

/** What holds for everybody but the owner, who sets it here; and who is kept out. */
export function BoardRules({ overview, manage }: BoardRulesProps) {
  const t = useTranslations("access.rules");
  const { bans } = overview;
  const [isLocked, lock] = useShownChoice(overview.isLocked, (on) =>
    manage({ do: "lock", on }),
  );
  const [chat, setChat] = useShownChoice(overview.chat, (mode) =>
    manage({ do: "set-chat", mode }),
  );
  return (
    <>
      <SwitchRow
        label={t("lock")}
        text={t("lockText")}
        isOn={isLocked}
        onChange={lock}
      />
      <div className="flex flex-col gap-1.5 px-2.5 py-1.5">
        {/* The group has the name itself. */}
        <p aria-hidden="true">{t("chat")}</p>
        <Segments
          label={t("chat")}
          choices={CHAT_MODES.map((value) => ({
            value,
            label: t(`chatModes.${value}`),
          }))}
          chosen={chat}
          onChoose={setChat}
        />
        {chat === "slow" && (
          <p className="text-fine text-ink-soft">
            {t("chatSlowText", { seconds: SLOW_CHAT_MS / 1_000 })}
          </p>
        )}
      </div>
      {bans.length > 0 && <BannedList bans={bans} manage={manage} />}
    </>
  );
}
