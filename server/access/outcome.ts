/** What has come of something that was asked for from outside a room. */
export type Outcome =
  | "DONE"
  /** Nobody has written on that board. */
  | "NO_ROOM"
  /** Whoever asks may not do that there. */
  | "FORBIDDEN";
