import { cleanLine } from "../base/clean-line";
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

/** A name fit to be shown: no control characters, single spaces, at most MAX_NAME_LENGTH units; undefined when nothing is left. */
export const cleanName = (name: string): string | undefined =>
  cleanLine(name, MAX_NAME_LENGTH);

/** A friendly name for a visitor who has not told theirs, such as `Merry Lynx`. */
export function makePersonName(random: Random): string {
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
  return `${capital(randomItem(random, ADJECTIVES))} ${capital(randomItem(random, ANIMALS))}`;
}
