/** What people can throw up from where they point. Others are refused. */
export const REACTIONS = [
  "👍",
  "❤️",
  "😂",
  "🎉",
  "👏",
  "🤔",
  "👀",
  "🔥",
] as const;

export type Reaction = (typeof REACTIONS)[number];
