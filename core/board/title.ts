import type * as Y from "yjs";
import { cleanLine } from "../base/clean-line";
import { metaOf } from "./schema";

const TITLE_KEY = "title";

/** UTF-16 units of a board's title. */
export const MAX_TITLE_LENGTH = 80;

/** A title fit to be shown; undefined when nothing is left of it. */
export const cleanTitle = (title: string): string | undefined =>
  cleanLine(title, MAX_TITLE_LENGTH);

/** What the board is called; undefined for one that nobody has given a title. */
export function titleOf(doc: Y.Doc): string | undefined {
  const title = metaOf(doc).get(TITLE_KEY);
  return typeof title === "string" ? cleanTitle(title) : undefined;
}

/** Call within a transaction. Of two titles given at once, all copies come to show the same one. */
export function writeTitle(doc: Y.Doc, title: string): void {
  metaOf(doc).set(TITLE_KEY, title);
}
