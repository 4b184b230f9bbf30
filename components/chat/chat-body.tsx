import { useEffect, useMemo, useRef, useState } from "react";
import type { Chat } from "@/client/chat/chat";
import type { BoardClient } from "@/client/create-board-client";
import type { ChatMessage } from "@/core/protocol/control-message";
import { useStore } from "../hooks/use-store";
import { ChatContext, type ChatValue } from "./chat-context";
import { ClosedComposer } from "./closed-composer";
import { Composer, type Purpose } from "./composer";
import { DeleteDialog } from "./delete-dialog";
import { MessageList } from "./message-list";
import { takeMessageInAddress } from "./message-address";
import { SearchPanel } from "./search-panel";
import { shapesOnBoard } from "./shapes-on-board";
import { ShapePulse, type Pulse } from "./shape-pulse";
import { TypingLine } from "./typing-line";

interface ChatBodyProps {
  readonly chat: Chat;
  readonly client: BoardClient;
  readonly isSearching: boolean;
  /** A message that was found has been chosen, or the search was left. */
  readonly onSearched: () => void;
}

const WRITE: Purpose = { kind: "write" };

/** The conversation and the place to take part in it. */
export function ChatBody({
  chat,
  client,
  isSearching,
  onSearched,
}: ChatBodyProps) {
  const [purpose, setPurpose] = useState<Purpose>(WRITE);
  const [deleting, setDeleting] = useState<ChatMessage>();
  const draft = useRef("");
  const { mayChat } = useStore(client.access.mine);
  const [pulse, setPulse] = useState<Pulse>();
  useEffect(() => {
    chat.setOpen(true);
    return () => chat.setOpen(false);
  }, [chat]);
  useEffect(() => {
    const go = () => {
      const seq = takeMessageInAddress();
      if (seq !== undefined) chat.goTo(seq);
    };
    go();
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, [chat]);

  const value = useMemo<ChatValue>(
    () => ({
      chat,
      client,
      onReply: (message) => setPurpose({ kind: "reply", message }),
      onEdit: (message) => setPurpose({ kind: "edit", message }),
      onDelete: setDeleting,
      onShow(ids) {
        const { box, shapes } = shapesOnBoard(client.editor, ids);
        if (!box) return;
        client.editor.camera.fit(box);
        setPulse((last) => ({
          key: (last?.key ?? 0) + 1,
          ids: shapes.map(({ id }) => id),
        }));
      },
    }),
    [chat, client],
  );
  const goTo = (seq: number) => {
    onSearched();
    chat.search.stop();
    chat.goTo(seq);
  };
  return (
    <ChatContext value={value}>
      {isSearching && <SearchPanel chat={chat} onChoose={goTo} />}
      <MessageList />
      <TypingLine />
      {mayChat ? (
        <Composer
          key={purposeKey(purpose)}
          purpose={purpose}
          onPurpose={setPurpose}
          draft={draft.current}
          onDraft={(text) => (draft.current = text)}
        />
      ) : (
        <ClosedComposer />
      )}
      {deleting && (
        <DeleteDialog
          onClose={() => setDeleting(undefined)}
          onDelete={() => chat.delete(deleting.seq)}
        />
      )}
      {pulse && (
        <ShapePulse key={pulse.key} editor={client.editor} pulse={pulse} />
      )}
    </ChatContext>
  );
}

/** What is being edited has a text of its own; an answer goes on with the text that was begun. */
const purposeKey = (purpose: Purpose): string =>
  purpose.kind === "edit" ? `edit ${purpose.message.seq}` : "write";
