import { expect, test } from "vitest";
import { seededRandom } from "@/core/base/random";
import { MAX_NAME_LENGTH } from "@/core/protocol/limits";
import {
  cleanName,
  makePersonName,
  PERSON_COLOURS,
} from "@/core/protocol/person";

test.each([
  ["Ada", "Ada"],
  ["  Ada   Lovelace \n", "Ada Lovelace"],
  ["小明", "小明"],
  ["a\u202Eb\u0000c\u200Bd", "abcd"],
  ["🦊 Fox", "🦊 Fox"],
  ["👩‍👩‍👧‍👦 Mia", "👩‍👩‍👧‍👦 Mia"],
  ["\u200DMia \u200C", "Mia"],
])("cleans %j to %j", (name, cleaned) => expect(cleanName(name)).toBe(cleaned));

test.each(["", "   ", "\u0000\u200B", "\u2028", "\u200D", "\u200C \u200D"])(
  "leaves nothing of %j",
  (name) => expect(cleanName(name)).toBeUndefined(),
);

test("a long name is cut between characters, never inside one", () => {
  const cleaned = cleanName("🦊".repeat(100))!;
  expect(cleaned.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
  expect(cleaned).toBe("🦊".repeat(MAX_NAME_LENGTH / 2));
});

test("a made-up name needs no cleaning", () => {
  const random = seededRandom(3);
  for (let i = 0; i < 200; i++) {
    const name = makePersonName(random);
    expect(cleanName(name)).toBe(name);
  }
});

test("white letters can be read on every colour of a person", () => {
  const share = (hex: string) => {
    const value = parseInt(hex, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  for (const colour of PERSON_COLOURS) {
    const [red, green, blue] = [1, 3, 5].map((i) =>
      share(colour.slice(i, i + 2)),
    );
    const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    expect(1.05 / (luminance + 0.05)).toBeGreaterThan(4.5);
  }
});
