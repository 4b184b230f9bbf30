import { expect, test } from "vitest";
import { EMOJI } from "@/components/chat/emoji";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

test("the picker offers each emoji once, and each is a single one", () => {
  const all = Object.values(EMOJI).flatMap((group) => group.split(" "));
  expect(new Set(all).size).toBe(all.length);
  for (const emoji of all) {
    expect([...graphemes.segment(emoji)], emoji).toHaveLength(1);
    expect(emoji).toMatch(/\p{Extended_Pictographic}/u);
  }
});
