/** Characters that would hide, reorder or break what stands around them. */
const UNWANTED = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Joiners hold emoji and letters of some scripts together; where nothing stands on one side they only hide. */
const LONE_JOINERS = /(?<=^|\s)[\u200C\u200D]+|[\u200C\u200D]+(?=\s|$)/gu;

/** What somebody wrote, as one line fit to be shown: no control characters, single spaces, at most `maxLength` UTF-16 units; undefined when nothing is left. */
export function cleanLine(text: string, maxLength: number): string | undefined {
  const visible = text
    .slice(0, maxLength * 4)
    // Line ends part words, and are control characters, too.
    .replace(/\s+/gu, " ")
    .replace(UNWANTED, "")
    .replace(LONE_JOINERS, "")
    .replace(/\s+/gu, " ")
    .trim();
  let cleaned = "";
  // By code point, so that a pair of surrogates is never cut in two.
  for (const character of visible) {
    if (cleaned.length + character.length > maxLength) break;
    cleaned += character;
  }
  cleaned = cleaned.replace(LONE_JOINERS, "").trim();
  return cleaned === "" ? undefined : cleaned;
}
