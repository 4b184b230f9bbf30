/** What a stored chat message consists of, apart from its room. */
export const MESSAGE_COLUMNS = [
  "seq",
  "id",
  "author",
  "name",
  "text",
  "at",
  "nonce",
  "reply_to",
  "edited_at",
  "deleted_at",
  "mentions",
  "shapes",
] as const;
