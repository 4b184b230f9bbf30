import { describe, expect, it } from "vitest";
import { matchesKeys, type KeyInput } from "@/client/editor/key-bindings";

const press = (key: string, more: Partial<KeyInput> = {}): KeyInput => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe("a key binding", () => {
  it.each([
    ["V", press("v")],
    ["V", press("V")],
    ["Mod+Z", press("z", { ctrlKey: true })],
    ["Mod+Z", press("z", { metaKey: true })],
    ["Mod+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true })],
    ["Delete", press("Delete")],
    ["1", press("1", { code: "Digit1" })],
    ["1", press("&", { code: "Digit1" })],
    ["Shift+1", press("!", { code: "Digit1", shiftKey: true })],
    ["Mod++", press("+", { ctrlKey: true, shiftKey: true })],
    ["Mod++", press("+", { ctrlKey: true, code: "NumpadAdd" })],
    ["Mod+-", press("-", { ctrlKey: true })],
    ["V", press("м", { code: "KeyV" })],
    ["Mod+Z", press("я", { code: "KeyZ", ctrlKey: true })],
  ])("%s is meant by %j", (keys, input) => {
    expect(matchesKeys(keys, input)).toBe(true);
  });

  it.each([
    ["V", press("v", { ctrlKey: true })],
    ["V", press("v", { shiftKey: true })],
    ["V", press("v", { altKey: true })],
    ["Mod+Z", press("z")],
    ["Mod+Z", press("Z", { ctrlKey: true, shiftKey: true })],
    ["Mod+Shift+Z", press("z", { ctrlKey: true })],
    ["1", press("!", { code: "Digit1", shiftKey: true })],
    // A French keyboard has an A where an American one has its Q.
    ["Q", press("a", { code: "KeyQ" })],
    ["Delete", press("Backspace")],
  ])("%s is not meant by %j", (keys, input) => {
    expect(matchesKeys(keys, input)).toBe(false);
  });
});
