import type { Mention } from "@/core/protocol/control-message";

/** A piece of a message: words, or the name of somebody who is called by it. */
export type MentionPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "mention"; readonly text: string; readonly user: string };

/** Splits a message where it calls people by their names. */
export function splitMentions(
  text: string,
  mentions: readonly Mention[],
): MentionPiece[] {
  // The longest first, so that Ana Lee is not taken for Ana.
  const byLength = [...mentions].sort((a, b) => b.name.length - a.name.length);
  const pieces: MentionPiece[] = [];
  let words = "";
  for (let at = 0; at < text.length;) {
    const called =
      text[at] === "@"
        ? byLength.find(({ name }) => text.startsWith(name, at + 1))
        : undefined;
    if (!called) {
      words += text[at];
      at += 1;
      continue;
    }
    if (words !== "") pieces.push({ kind: "text", text: words });
    words = "";
    const { user, name } = called;
    pieces.push({ kind: "mention", text: `@${name}`, user });
    at += name.length + 1;
  }
  if (words !== "") pieces.push({ kind: "text", text: words });
  return pieces;
}
