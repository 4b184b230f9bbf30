/** What a stored chat message consists of, apart from its room. */
export const MESSAGE_COLUMNS = [
  "seq",
  "id",
  "author",
  "name",
  "text",
  "at",
  "nonce",
] as const;
