const ARROWS: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};
const NAMES: Readonly<Record<string, string>> = {
  ...ARROWS,
  Mod: "Ctrl",
  Delete: "Del",
  Escape: "Esc",
  "-": "−",
};
const MAC_NAMES: Readonly<Record<string, string>> = {
  ...ARROWS,
  Mod: "⌘",
  Shift: "⇧",
  Alt: "⌥",
  Delete: "⌦",
  Backspace: "⌫",
  Enter: "↩",
  Tab: "⇥",
  Escape: "esc",
  "-": "−",
};

// The plus key itself stands last, as in `Mod++`.
const partsOf = (keys: string): readonly string[] => keys.split(/\+(?=.)/);

/** How keys of a command, such as `Mod+Shift+Z`, are written for people: `Ctrl Shift Z`, on a Mac `⌘⇧Z`. */
export function keyLabel(keys: string, isMac: boolean): string {
  const names = isMac ? MAC_NAMES : NAMES;
  return partsOf(keys)
    .map((part) => names[part] ?? part)
    .join(isMac ? "" : " ");
}

/** The same for assistive technology, as `aria-keyshortcuts` wants it: `Control+Shift+Z`. */
export function ariaKeys(keys: string, isMac: boolean): string {
  return partsOf(keys)
    .map((part) => (part === "+" ? "Plus" : part))
    .map((part) => (part === "Mod" ? (isMac ? "Meta" : "Control") : part))
    .join("+");
}

/** Whether the keyboard in front of this browser has a Cmd key. */
export const hasCommandKey = (): boolean =>
  /Mac|iPhone|iPad/.test(navigator.userAgent);
