import { lazy } from "react";

// What nobody needs for their first stroke.
const loadChat = () => import("../chat/chat-panel");
const loadShare = () => import("../share/share-dialog");
const loadToasts = () => import("./connection-toasts");
const loadRefused = () => import("./refused-dialog");
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
export const LooksOverlay = lazy(async () => ({
  default: (await loadLooks()).LooksOverlay,
}));
export const DesktopNotifier = lazy(async () => ({
  default: (await loadNotifier()).DesktopNotifier,
}));
export const RefusedDialog = lazy(async () => ({
  default: (await loadRefused()).RefusedDialog,
}));

/** Loads the parts ahead: once the server is away they could not be opened. */
export function loadLateParts(): void {
  const parts = [
    loadChat(),
    loadShare(),
    loadToasts(),
    loadRefused(),
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
