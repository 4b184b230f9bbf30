/** What a child process writes to its standard output, a line of JSON for each, as soon as it is true. */
export type CrashReport =
  | { readonly kind: "open" }
  | { readonly kind: "append"; readonly room: string; readonly seq: number }
  | { readonly kind: "compact"; readonly room: string; readonly seq: number }
  | { readonly kind: "message"; readonly room: string; readonly text: string }
  /** The last one of a run that nothing has killed. */
  | { readonly kind: "seams"; readonly seams: number };

/** The rooms that the children draw on; one's name is a prefix of the other's. */
export const CRASH_ROOMS = ["crash", "crash-2"] as const;

/** The words that are typed into each room, the one with index n by update n + 1. */
export function crashWords(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${index} `);
}
