import { expect, test } from "vitest";
import { ariaKeys, keyLabel } from "@/components/ui/key-label";

test.each([
  ["V", "V", "V", "V"],
  ["Mod+Z", "Ctrl Z", "⌘Z", "Control+Z"],
  ["Mod+Shift+Z", "Ctrl Shift Z", "⌘⇧Z", "Control+Shift+Z"],
  ["Mod++", "Ctrl +", "⌘+", "Control+Plus"],
  ["Mod+-", "Ctrl −", "⌘−", "Control+-"],
  ["Delete", "Del", "⌦", "Delete"],
  ["Escape", "Esc", "esc", "Escape"],
  ["Shift+ArrowLeft", "Shift ←", "⇧←", "Shift+ArrowLeft"],
  ["Backspace", "Backspace", "⌫", "Backspace"],
])(
  "%s is written %s, on a Mac %s, and announced as %s",
  (keys, pc, mac, aria) => {
    expect(keyLabel(keys, false)).toBe(pc);
    expect(keyLabel(keys, true)).toBe(mac);
    expect(ariaKeys(keys, false)).toBe(aria);
  },
);

test("assistive technology on a Mac hears of the Cmd key", () => {
  expect(ariaKeys("Mod+Z", true)).toBe("Meta+Z");
});
