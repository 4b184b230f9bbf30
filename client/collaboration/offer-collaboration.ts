import { systemClock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import { createStore, type Store, type WritableStore } from "@/core/base/store";
import type { Collaboration } from "./collaboration";
import type { Editor } from "../editor/editor";
import type { FrameLoop } from "../renderer/frame-loop";
import type { PlacedLayer } from "../renderer/mount-renderer";
import type { RoomLink } from "../sync/room-link";

export interface CollaborationOffer {
  readonly editor: Editor;
  readonly frames: FrameLoop;
  readonly lateLayers: WritableStore<readonly PlacedLayer[]>;
  readonly link: RoomLink;
}

/** Loads what people do with each other once there is somebody else, or a command asks for it; undefined until then. */
export function offerCollaboration(offer: CollaborationOffer): {
  readonly collaboration: Store<Collaboration | undefined>;
  readonly dispose: Dispose;
} {
  const { editor, link } = offer;
  const collaboration = createStore<Collaboration | undefined>(undefined);
  const ends = new Disposables();
  let isEnded = false;
  let loading: Promise<Collaboration | undefined> | undefined;

  const open = async () => {
    const { Collaboration } = await import("./collaboration");
    if (isEnded) return undefined;
    const opened = new Collaboration({
      ...offer,
      clock: systemClock,
      page: document,
      hasReducedMotion: () =>
        matchMedia("(prefers-reduced-motion: reduce)").matches,
    });
    ends.add(() => opened.dispose());
    collaboration.set(opened);
    return opened;
  };
  const load = () =>
    (loading ??= open().catch(() => {
      // The server is away. Whatever asks next tries again.
      loading = undefined;
      return undefined;
    }));
  const loadForOthers = () => {
    if (link.roster.people.get().here.some(({ isMe }) => !isMe)) void load();
  };

  ends.add(() => (isEnded = true));
  ends.add(link.roster.people.subscribe(loadForOthers));
  ends.add(editor.isHandRaised.subscribe(() => void load()));
  ends.add(
    editor.openPanel.subscribe(() => {
      if (editor.openPanel.get() === "reactions") void load();
    }),
  );
  editor.company = {
    sayAtCursor: () => void load().then((opened) => opened?.isSaying.set(true)),
    summon: () => void load().then((opened) => opened?.summon()),
  };
  return { collaboration, dispose: () => ends.dispose() };
}
