import { Share2 } from "lucide-react";
import type { Ref } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { AvatarRow } from "./avatar-row";
import { ChatButton } from "./chat-button";
import { PeopleButton } from "./people-button";

interface PeoplePanelProps {
  readonly client: BoardClient;
  readonly isChatOpen: boolean;
  readonly chatButton: Ref<HTMLButtonElement>;
  readonly onToggleChat: () => void;
  readonly onShare: () => void;
}

/** Who is here, and the ways to reach the others. */
export function PeoplePanel({
  client,
  isChatOpen,
  chatButton,
  onToggleChat,
  onShare,
}: PeoplePanelProps) {
  const t = useTranslations("share");
  const people = useStore(client.people);
  const collaboration = useStore(client.collaboration);
  return (
    <Panel className="shrink-0 gap-1 max-sm:gap-0.5">
      {people.here.length > 0 && (
        <div className="flex items-center gap-1 pl-1.5 max-sm:gap-0.5">
          <AvatarRow
            people={people.here}
            collaboration={collaboration}
            onRename={(name) => client.profile.rename(name)}
          />
          <PeopleButton client={client} count={people.count} />
        </div>
      )}
      <ChatButton
        ref={chatButton}
        client={client}
        aria-expanded={isChatOpen}
        onClick={onToggleChat}
      />
      <Button
        look="filled"
        onClick={onShare}
        className="max-sm:size-control max-sm:px-0"
      >
        <Share2 className="size-4.5" aria-hidden="true" />
        <span className="max-sm:sr-only">{t("title")}</span>
      </Button>
    </Panel>
  );
}
