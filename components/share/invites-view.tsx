import { useState } from "react";
import { fragmentOf } from "@/client/access/arrival";
import type { AccessAction, AccessOverview } from "@/core/protocol/access";
import { FailureLine } from "../access/failure-line";
import { useManage } from "../access/use-manage";
import { useTranslations } from "../messages/use-translations";
import { InviteForm } from "./invite-form";
import { InviteRow } from "./invite-row";
import { SecretLink } from "./secret-link";
import { TopicView, type TopicProps } from "./topic-view";

interface InvitesViewProps extends TopicProps {
  readonly overview: AccessOverview;
  /** The board's address. */
  readonly href: string;
}

/** Where the owner makes links that give a role, and takes them back. */
export function InvitesView({
  overview,
  href,
  client,
  ...view
}: InvitesViewProps) {
  const t = useTranslations("access.invites");
  const { manage, isBusy, failure } = useManage(client);
  const [token, setToken] = useState<string>();
  const { invites } = overview;
  const make = async (action: AccessAction) => {
    const outcome = await manage(action);
    if (outcome.isDone) setToken(outcome.token);
  };
  return (
    <TopicView {...view} title={t("title")} text={t("text")}>
      <InviteForm isBusy={isBusy} onMake={(action) => void make(action)} />
      {token && (
        <SecretLink
          href={href + fragmentOf({ kind: "invite", token })}
          label={t("link")}
          qrLabel={t("qr")}
          note={t("once")}
        />
      )}
      <FailureLine failure={failure} />
      {invites.length > 0 && (
        <section aria-label={t("inForce")}>
          <h3 className="text-small text-ink-soft font-semibold">
            {t("inForce")}
          </h3>
          <ul>
            {[...invites]
              .sort((a, b) => b.createdAt - a.createdAt)
              .map((invite) => (
                <InviteRow
                  key={invite.id}
                  invite={invite}
                  onRevoke={() =>
                    void manage({ do: "revoke", invite: invite.id })
                  }
                />
              ))}
          </ul>
        </section>
      )}
    </TopicView>
  );
}
