import { lazy } from "react";
import { BASE_PATH } from "../base-path";

// What nobody needs for their first stroke.
const loadChat = () => import("../chat/chat-panel");
const loadShare = () => import("../share/share-dialog");
const loadToasts = () => import("./connection-toasts");
const loadPresence = () => import("../presence/presence-layer");
const loadRefused = () => import("./refused-dialog");
const loadUnwelcome = () => import("./unwelcome-work");
const loadLooks = () => import("./looks-overlay");
const loadNotifier = () => import("../chat/desktop-notifier");

// Each to be rendered in a LateRegion.
export const ChatPanel = lazy(async () => ({
  default: (await loadChat()).ChatPanel,
}));
export const ShareDialog = lazy(async () => ({
  default: (await loadShare()).ShareDialog,
}));
export const ConnectionToasts = lazy(async () => ({
  default: (await loadToasts()).ConnectionToasts,
}));
export const PresenceLayer = lazy(async () => ({
  default: (await loadPresence()).PresenceLayer,
}));
export const LooksOverlay = lazy(async () => ({
  default: (await loadLooks()).LooksOverlay,
}));
export const DesktopNotifier = lazy(async () => ({
  default: (await loadNotifier()).DesktopNotifier,
}));
export const UnwelcomeWork = lazy(async () => ({
  default: (await loadUnwelcome()).UnwelcomeWork,
}));
export const ArrivalDialog = lazy(async () => ({
  default: (await import("./arrival-dialog")).ArrivalDialog,
}));
export const RefusedDialog = lazy(async () => ({
  default: (await loadRefused()).RefusedDialog,
}));

/** Has the browser keep the pages, so that the board can be opened again without the server. */
export function keepPages(): void {
  import("@/client/worker/register-worker")
    .then(({ registerWorker }) => registerWorker(BASE_PATH))
    // Gone offline already: the next visit is early enough.
    .catch(() => {});
}

/** Loads the parts ahead: once the server is away they could not be opened. */
export function loadLateParts(): void {
  const parts = [
    loadChat(),
    loadShare(),
    loadToasts(),
    loadRefused(),
    loadUnwelcome(),
    import("./rename-board-popup"),
    loadPresence(),
    import("@/client/collaboration/collaboration"),
    import("../presence/avatar-badge"),
    import("@/client/sync/indexed-document"),
    loadLooks(),
    loadNotifier(),
    import("../presence/people-popup"),
    import("../presence/rename-popup"),
    import("../toolbar/zoom-popup"),
    import("../toolbar/more-tools-popup"),
    import("../style/style-popup"),
    import("../style/selection-actions"),
    import("../style/colour-popup"),
    import("../menus/main-menu"),
    import("../menus/context-menu"),
    import("../menus/command-palette"),
    import("../menus/help-sheet"),
  ];
  // Where it is too late already, whoever opens the part is told.
  void Promise.allSettled(parts);
}
