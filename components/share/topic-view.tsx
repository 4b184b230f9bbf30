import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";

/** What lies behind the link itself. */
export type ShareTopic = "password" | "invites" | "rules" | "device";

/** What every topic of the dialog gets. */
export interface TopicProps {
  /** For the heading: it is the dialog's title. */
  readonly titleId: string;
  readonly client: BoardClient;
  readonly onBack: () => void;
}

interface TopicViewProps extends Omit<TopicProps, "client"> {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

const takeFocus = (heading: HTMLElement | null) => heading?.focus();

/** A topic of the dialog, in place of the link, with the way back. */
export function TopicView({
  titleId,
  title,
  text,
  onBack,
  children,
}: TopicViewProps) {
  const t = useTranslations("access");
  return (
    <>
      <div className="-mt-1.5 -ml-2 flex items-center gap-1 pr-12">
        <IconButton label={t("back")} onClick={onBack}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <h2
          id={titleId}
          ref={takeFocus}
          tabIndex={-1}
          className="text-title font-semibold outline-none"
        >
          {title}
        </h2>
      </div>
      {text && <p className="text-ink-soft mt-2 text-pretty">{text}</p>}
      <div className="mt-5 flex flex-col gap-4">{children}</div>
    </>
  );
}
