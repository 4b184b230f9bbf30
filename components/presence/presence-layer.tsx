import type { Collaboration } from "@/client/collaboration/collaboration";
import type { BoardClient } from "@/client/create-board-client";
import { useStore } from "../hooks/use-store";
import { Announcer } from "./announcer";
import { FollowFrame } from "./follow-frame";
import { OffscreenChips } from "./offscreen-chips";
import { ReactionPalette } from "./reaction-palette";
import { SayField } from "./say-field";
import { usePresenceToasts } from "./use-presence-toasts";

interface PresenceLayerProps {
  readonly client: BoardClient;
  readonly collaboration: Collaboration;
}

/** What lies over the board because of the others. Loaded once there are others. */
export function PresenceLayer({ client, collaboration }: PresenceLayerProps) {
  const { editor } = client;
  const isSaying = useStore(collaboration.isSaying);
  const maySay = useStore(client.editor.maySay);
  const isCalm = useStore(editor.isCalm);
  const isInterfaceHidden = useStore(editor.isInterfaceHidden);
  const panel = useStore(editor.openPanel);
  usePresenceToasts(client, collaboration);
  return (
    <>
      <FollowFrame editor={editor} collaboration={collaboration} />
      {!isCalm && !isInterfaceHidden && (
        <OffscreenChips editor={editor} collaboration={collaboration} />
      )}
      {isSaying && maySay && (
        <SayField client={client} collaboration={collaboration} />
      )}
      {panel === "reactions" && (
        <ReactionPalette editor={editor} collaboration={collaboration} />
      )}
      <Announcer collaboration={collaboration} />
    </>
  );
}
