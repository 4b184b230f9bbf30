import {
  Info,
  KeyRound,
  MailPlus,
  MonitorSmartphone,
  SlidersHorizontal,
} from "lucide-react";
import type { BoardClient } from "@/client/create-board-client";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { CopyField } from "./copy-field";
import { LinkAccess } from "./link-access";
import { QrCode } from "./qr-code";
import type { SharedLink } from "./shared-link";
import { TopicRow } from "./topic-row";
import type { ShareTopic } from "./topic-view";

interface LinkViewProps {
  readonly titleId: string;
  readonly client: BoardClient;
  readonly link: SharedLink;
  /** The topic that its reader comes back from. */
  readonly last: ShareTopic | undefined;
  readonly onOpen: (topic: ShareTopic) => void;
}

/** The link, the same as a QR code, what a person with it may do, and the ways to everything else. */
export function LinkView({
  titleId,
  client,
  link: { href, reach },
  last,
  onOpen,
}: LinkViewProps) {
  const t = useTranslations();
  const overview = useStore(client.access.overview);
  const host = window.location.hostname;
  const row = (topic: ShareTopic) => ({
    label: t(`access.${topic}.title`),
    hasFocus: topic === last,
    onOpen: () => onOpen(topic),
  });
  return (
    <>
      <h2
        id={titleId}
        tabIndex={-1}
        className="text-title font-semibold outline-none"
      >
        {t("share.heading")}
      </h2>
      <LinkAccess client={client} overview={overview} />
      <CopyField label={t("share.link")} href={href} />
      {reach !== "everywhere" && (
        <p className="bg-sunken text-small text-ink-soft mt-3 flex gap-2.5 rounded-control p-3">
          <Info className="mt-px size-4 shrink-0" aria-hidden="true" />
          {reach === "network"
            ? t("share.lan", { host })
            : t("share.localOnly", { host })}
        </p>
      )}
      <div className="mt-5 flex items-center gap-5">
        <div className="w-36 shrink-0">
          <QrCode text={href} label={t("share.qr")} />
        </div>
        <p className="text-ink-soft text-pretty">{t("share.scan")}</p>
      </div>
      <div className="border-line mt-5 -mb-2 flex flex-col border-t pt-2">
        {overview && (
          <>
            <TopicRow
              {...row("password")}
              icon={KeyRound}
              value={
                overview.hasPassword
                  ? t("access.link.set")
                  : t("access.link.none")
              }
            />
            <TopicRow
              {...row("invites")}
              icon={MailPlus}
              value={
                overview.invites.length > 0
                  ? String(overview.invites.length)
                  : t("access.link.none")
              }
            />
            <TopicRow {...row("rules")} icon={SlidersHorizontal} />
          </>
        )}
        <TopicRow {...row("device")} icon={MonitorSmartphone} />
      </div>
    </>
  );
}
