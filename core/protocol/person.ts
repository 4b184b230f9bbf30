import { randomItem, type Random } from "../base/random";
import { MAX_NAME_LENGTH } from "./limits";
import { ADJECTIVES, ANIMALS } from "./room-name-words";

/** Colours that tell people apart on white and on dark ground, with white letters readable on each. */
export const PERSON_COLOURS = [
  "#d6336c",
  "#7048e8",
  "#1971c2",
  "#0b7285",
  "#267c37",
  "#b35309",
  "#c92a2a",
  "#9c36b5",
  "#364fc7",
  "#087f5b",
  "#5c6b1d",
  "#7a4b2e",
] as const;

/** Characters that would hide, reorder or break the names around them. */
const UNWANTED = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Joiners hold emoji and letters of some scripts together; where nothing stands on one side they only hide. */
const LONE_JOINERS = /(?<=^|\s)[\u200C\u200D]+|[\u200C\u200D]+(?=\s|$)/gu;

/** A name fit to be shown: no control characters, single spaces, at most MAX_NAME_LENGTH units; undefined when nothing is left. */
export function cleanName(name: string): string | undefined {
  const visible = name
    .slice(0, MAX_NAME_LENGTH * 4)
    .replace(UNWANTED, "")
    .replace(LONE_JOINERS, "")
    .replace(/\s+/gu, " ")
    .trim();
  let cleaned = "";
  // By code point, so that a pair of surrogates is never cut in two.
  for (const character of visible) {
    if (cleaned.length + character.length > MAX_NAME_LENGTH) break;
    cleaned += character;
  }
  cleaned = cleaned.replace(LONE_JOINERS, "").trim();
  return cleaned === "" ? undefined : cleaned;
}

/** A friendly name for a visitor who has not told theirs, such as `Merry Lynx`. */
export function makePersonName(random: Random): string {
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
  return `${capital(randomItem(random, ADJECTIVES))} ${capital(randomItem(random, ANIMALS))}`;
}
