import { Globe, Lock } from "lucide-react";
import { useId } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { LINK_ROLES, type AccessOverview } from "@/core/protocol/access";
import type { RoleNotice } from "@/core/protocol/control-message";
import { FailureLine } from "../access/failure-line";
import { useManage } from "../access/use-manage";
import { useShownChoice } from "../access/use-shown-choice";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Select } from "../ui/select";

interface LinkAccessProps {
  readonly client: BoardClient;
  /** Undefined for all but the owner. */
  readonly overview: AccessOverview | undefined;
}

/** What a person with the link may do. The owner decides it here; the others know only their own part. */
export function LinkAccess({ client, overview }: LinkAccessProps) {
  const t = useTranslations("access.link");
  const may = useSelected(client.access.mine, whatOneMay);
  if (!overview)
    return (
      <p className="text-ink-soft mt-1.5 mb-5 flex gap-2.5 text-pretty">
        <Globe className="mt-0.75 size-4 shrink-0" aria-hidden="true" />
        {t("mine", { may })}
      </p>
    );
  return <OwnersChoice client={client} overview={overview} />;
}

const whatOneMay = ({ mayDraw, mayChat }: RoleNotice) =>
  mayDraw ? (mayChat ? "both" : "draw") : mayChat ? "chat" : "look";

interface OwnersChoiceProps {
  readonly client: BoardClient;
  readonly overview: AccessOverview;
}

function OwnersChoice({ client, overview }: OwnersChoiceProps) {
  const t = useTranslations("access.link");
  const id = useId();
  const { manage, failure } = useManage(client);
  const { hasPassword } = overview;
  const [link, setLink] = useShownChoice(overview.link, (role) =>
    manage({ do: "set-link", role }),
  );
  const isClosed = link === "none";
  const Icon = isClosed ? Lock : Globe;
  const note = isClosed
    ? t("noneText")
    : hasPassword
      ? t("password")
      : undefined;
  return (
    <div className="text-ink-soft mt-3 mb-4 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
        <Icon className="size-4 shrink-0" aria-hidden="true" />
        {t("anyone")}
        <Select
          aria-label={t("label")}
          aria-describedby={note && id}
          choices={LINK_ROLES.map((value) => ({
            value,
            label: t(`may.${value}`),
          }))}
          value={link}
          onChoose={setLink}
          className="text-ink max-sm:basis-full"
        />
      </div>
      {note && (
        <p id={id} className="text-small pl-6.5 text-pretty">
          {note}
        </p>
      )}
      <FailureLine failure={failure} />
    </div>
  );
}
