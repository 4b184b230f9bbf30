import type { UserId } from "@/core/base/ids";
import { PERSON_COLOURS } from "@/core/protocol/person";

export interface ColourChoice {
  readonly user: UserId;
  /** What the person would like. Heeded when it is a person's colour and nobody has it. */
  readonly wish: string | undefined;
  /** The colours of the others. */
  readonly taken: ReadonlySet<string>;
}

/** The colour for a person: nobody else's while there is a free one, and the same one each time they come, if it is free. */
export function chooseColour({ user, wish, taken }: ColourChoice): string {
  const isColour = PERSON_COLOURS.some((colour) => colour === wish);
  if (wish !== undefined && isColour && !taken.has(wish)) return wish;
  const first = hash(user) % PERSON_COLOURS.length;
  const inOrder = [
    ...PERSON_COLOURS.slice(first),
    ...PERSON_COLOURS.slice(0, first),
  ];
  return inOrder.find((colour) => !taken.has(colour)) ?? inOrder[0]!;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
