import { createStore } from "@/core/base/store";

const KEY = "boardwalk.desktop-notices";

export type DesktopNoticesState =
  | "on"
  | "off"
  /** The person has told the browser to show none. */
  | "forbidden"
  /** The browser has none, or not for a page that came by plain http. */
  | "impossible";

const state = createStore<DesktopNoticesState>(readState());

/** Whether the system is to show what waits for this person while the page is hidden. Off until they ask for it. */
export const desktopNotices = {
  state,
  /** Switches them, and asks the person's leave if need be. Only to be called by a click. */
  async setOn(isOn: boolean): Promise<void> {
    if (isOn) await Notification.requestPermission();
    write(isOn ? "on" : "off");
    state.set(readState());
  },
};

function readState(): DesktopNoticesState {
  if (!("Notification" in window) || !window.isSecureContext)
    return "impossible";
  if (Notification.permission === "denied") return "forbidden";
  return Notification.permission === "granted" && read() === "on"
    ? "on"
    : "off";
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Blocked by the browser's settings.
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Blocked or full: then nothing is shown, and the switch stays off.
  }
}
