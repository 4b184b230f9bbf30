import { useEffect, useRef, useState } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { systemClock } from "@/core/base/clock";
import type { BoardId } from "@/core/base/ids";
import { CloseCode } from "@/core/protocol/close-codes";
import { rememberBoard } from "../home/recent-boards-store";
import { useHasBeenLive } from "../hooks/use-has-been-live";
import { useHasBeenUsed } from "../hooks/use-has-been-used";
import { useLeaveGuard } from "../hooks/use-leave-guard";
import { useShortcut } from "../hooks/use-shortcut";
import { useSelected, useStore } from "../hooks/use-store";
import { useUnreadInTitle } from "../hooks/use-unread-in-title";
import { useTranslations } from "../messages/use-translations";
import { PeoplePanel } from "../presence/people-panel";
import { HintLayer } from "../ui/hint-layer";
import { LateRegion } from "../ui/late-region";
import { BackToContent } from "./back-to-content";
import { BoardHost } from "./board-host";
import { EditorPanels } from "./editor-panels";
import { EmptyHint } from "./empty-hint";
import {
  ChatPanel,
  ConnectionToasts,
  DesktopNotifier,
  keepPages,
  loadLateParts,
  LooksOverlay,
  PresenceLayer,
  RefusedDialog,
  ShareDialog,
  UnwelcomeWork,
} from "./late-parts";
import { SaveLine } from "./save-line";
import { TitlePanel } from "./title-panel";
import { useBoardPicture } from "./use-board-picture";

interface BoardScreenProps {
  readonly room: BoardId;
  readonly client: BoardClient;
}

/** Whether the page's address leads to a message of the chat. */
const isMessageInAddress = (): boolean =>
  window.location.hash.startsWith("#message-");

/** The board with everything that lies on it. */
export function BoardScreen({ room, client }: BoardScreenProps) {
  const t = useTranslations("board");
  const { editor } = client;
  const [isChatOpen, setChatOpen] = useState(isMessageInAddress);
  const [isShareOpen, setShareOpen] = useState(false);
  const chatButton = useRef<HTMLButtonElement>(null);
  const connection = useStore(client.connection);
  const collaboration = useStore(client.collaboration);
  const isInterfaceHidden = useStore(editor.isInterfaceHidden);
  const isFull = "cause" in connection && connection.cause === CloseCode.full;
  const hasBeenLive = useHasBeenLive(client.connection);
  const hasBeenUsed = useHasBeenUsed();
  const title = useStore(editor.board.title);
  const unread = useStore(client.chat.unread);
  const chat = useStore(client.chat.whole);
  const hasLooks = useSelected(client.looks.all, (looks) => looks.length > 0);

  const isForbidden = useSelected(
    client.saveState,
    ({ state }) => state === "forbidden",
  );

  const closeChat = () => {
    setChatOpen(false);
    chatButton.current?.focus();
  };
  const toggleChat = () => (isChatOpen ? closeChat() : setChatOpen(true));

  useShortcut("Shift+C", toggleChat);
  useUnreadInTitle(`${title ?? room} · Boardwalk`, unread);
  useLeaveGuard(client.saveState, client.copy);
  useEffect(() => {
    if (!hasBeenLive) return;
    rememberBoard({ room, at: systemClock.now(), ...(title && { title }) });
    keepPages();
  }, [room, hasBeenLive, title]);
  useBoardPicture(room, editor, hasBeenLive);
  useEffect(() => {
    if (hasBeenUsed) loadLateParts();
  }, [hasBeenUsed]);

  return (
    <main className="bg-canvas fixed inset-0 overflow-hidden">
      <BoardHost label={t("canvas", { name: room })} client={client} />
      {hasBeenLive && !isChatOpen && <EmptyHint client={client} />}
      <EditorPanels
        editor={editor}
        topLeft={
          <TitlePanel room={room} editor={editor}>
            <SaveLine client={client} />
          </TitlePanel>
        }
        topRight={
          <PeoplePanel
            client={client}
            isChatOpen={isChatOpen}
            chatButton={chatButton}
            onToggleChat={toggleChat}
            onShare={() => setShareOpen(true)}
          />
        }
      />
      <BackToContent editor={editor} />
      {isChatOpen && !isInterfaceHidden && (
        <LateRegion>
          <ChatPanel room={room} client={client} onClose={closeChat} />
        </LateRegion>
      )}
      {isShareOpen && (
        <LateRegion>
          <ShareDialog
            room={room}
            client={client}
            onClose={() => setShareOpen(false)}
          />
        </LateRegion>
      )}
      {collaboration && (
        <LateRegion>
          <PresenceLayer client={client} collaboration={collaboration} />
        </LateRegion>
      )}
      {(hasBeenUsed || collaboration || isFull) && (
        <LateRegion>
          <ConnectionToasts client={client} />
        </LateRegion>
      )}
      {hasBeenUsed && chat && (
        <LateRegion>
          <DesktopNotifier chat={chat} />
        </LateRegion>
      )}
      {hasLooks && (
        <LateRegion>
          <LooksOverlay client={client} />
        </LateRegion>
      )}
      {connection.state === "refused" && (
        <LateRegion>
          <RefusedDialog
            room={room}
            client={client}
            code={connection.code}
            reason={connection.reason}
          />
        </LateRegion>
      )}
      {isForbidden && (
        <LateRegion>
          <UnwelcomeWork room={room} client={client} />
        </LateRegion>
      )}
      <HintLayer />
    </main>
  );
}
