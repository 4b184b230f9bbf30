/** Where the browser's own copy of the board stands. */
export type CopyState =
  /** There is nothing to keep yet, or it is being opened. */
  | "none"
  /** What is drawn outlives the page. */
  | "kept"
  /** The browser has no room, or no place, for it: what is drawn lives in this page alone. */
  | "failing";
