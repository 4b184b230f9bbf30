import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { textOf, updatesOfTyping } from "../../../support/storage/typing";

describe("mergeUpdates", () => {
  test("makes one update that says what all of them say", () => {
    const updates = updatesOfTyping(["one ", "two ", "three"]);

    expect(textOf([mergeUpdates(updates)])).toBe("one two three");
  });

  test("takes what it made before as one of them", () => {
    const [first, second, third] = updatesOfTyping(["one ", "two ", "three"]);

    const snapshot = mergeUpdates([first!, second!]);

    expect(textOf([mergeUpdates([snapshot, third!])])).toBe("one two three");
  });

  test("keeps an update whose forerunner is missing, until that one comes", () => {
    const [first, second] = updatesOfTyping(["one ", "two"]);

    const early = mergeUpdates([second!]);

    expect(textOf([early])).toBe("");
    expect(textOf([mergeUpdates([early, first!])])).toBe("one two");
  });

  test("lets go of what was deleted", () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update) => updates.push(update));
    const text = doc.getText("words");
    text.insert(0, "x".repeat(10_000));
    text.delete(0, 10_000);

    expect(mergeUpdates(updates).length).toBeLessThan(100);
  });

  test("makes an empty update out of nothing", () => {
    expect(textOf([mergeUpdates([])])).toBe("");
  });

  test("throws at bytes that are no update", () => {
    const [update] = updatesOfTyping(["one"]);

    expect(() => mergeUpdates([update!, Uint8Array.of(255, 1, 2)])).toThrow();
  });
});
