import { X } from "lucide-react";
import { useId, useState } from "react";
import type { BoardClient } from "@/client/create-board-client";
import type { BoardId } from "@/core/base/ids";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { Modal } from "../ui/modal";
import { DeviceView } from "./device-view";
import { InvitesView } from "./invites-view";
import { LinkView } from "./link-view";
import { PasswordView } from "./password-view";
import { RulesView } from "./rules-view";
import type { ShareTopic } from "./topic-view";
import { useSharedLink } from "./use-shared-link";

interface ShareDialogProps {
  readonly room: BoardId;
  readonly client: BoardClient;
  readonly onClose: () => void;
}

/** How others get here, and what they may do: the link first, and everything else one step behind it. */
export function ShareDialog({ room, client, onClose }: ShareDialogProps) {
  const t = useTranslations("share");
  const titleId = useId();
  const overview = useStore(client.access.overview);
  const link = useSharedLink(room);
  const [topic, setTopic] = useState<ShareTopic>();
  const [last, setLast] = useState<ShareTopic>();
  const view = { titleId, client, onBack: () => setTopic(undefined) };
  const open = (next: ShareTopic) => {
    setTopic(next);
    setLast(next);
  };

  const viewOfTopic = () => {
    if (topic === "device") return <DeviceView {...view} href={link.href} />;
    // The board may have got another owner meanwhile.
    if (!topic || !overview)
      return (
        <LinkView
          titleId={titleId}
          client={client}
          link={link}
          last={last}
          onOpen={open}
        />
      );
    switch (topic) {
      case "password":
        return <PasswordView {...view} overview={overview} />;
      case "invites":
        return <InvitesView {...view} overview={overview} href={link.href} />;
      case "rules":
        return <RulesView {...view} overview={overview} />;
    }
  };
  return (
    <Modal
      role="dialog"
      titleId={titleId}
      onClose={onClose}
      className="max-sm:mb-0 max-sm:w-full max-sm:rounded-t-sheet sm:w-md sm:rounded-sheet"
    >
      <div className="p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
        {viewOfTopic()}
        <div className="absolute top-4 right-4">
          <IconButton label={t("close")} onClick={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      </div>
    </Modal>
  );
}
