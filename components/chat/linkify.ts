/** A piece of a message: words, or a link that is safe to open. */
export type TextPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

const CANDIDATE = /https?:\/\/[^\s<>"'“”‘’「」『』（），。！？、；：…]+/giu;
/** What ends a sentence around a link rather than the link. */
const TRAILING = /[.,;:!?*_~]+$/;

/** Splits a message at its links. Only http and https count, so that no link can run a script. */
export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const link = trimEnd(candidate);
    const href = URL.canParse(link) ? new URL(link).href : undefined;
    if (href === undefined) continue;
    if (index > end)
      pieces.push({ kind: "text", text: text.slice(end, index) });
    pieces.push({ kind: "link", text: link, href });
    end = index + link.length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

/** Without the punctuation of the sentence, and without a bracket that was opened before the link. */
function trimEnd(candidate: string): string {
  let link = candidate.replace(TRAILING, "");
  while (/[)\]}]$/.test(link) && !isBalanced(link))
    link = link.slice(0, -1).replace(TRAILING, "");
  return link;
}

const count = (text: string, characters: RegExp): number =>
  text.match(characters)?.length ?? 0;

const isBalanced = (link: string): boolean =>
  count(link, /[([{]/g) >= count(link, /[)\]}]/g);
