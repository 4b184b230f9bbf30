/** What the save line says. */
export type SaveState =
  /** Nothing was changed here yet, and the room's content is here. */
  | { readonly state: "untouched" }
  /** Changes are on their way to the server's disk. */
  | { readonly state: "saving" }
  /** The server has this person's last change on disk since `at` (milliseconds since 1970). */
  | { readonly state: "saved"; readonly at: number }
  /** The server has them but could not store them yet; it keeps trying. */
  | { readonly state: "unsaved" }
  /** The server has refused them, since this person may not draw: `changes` are in this browser alone. */
  | { readonly state: "forbidden"; readonly changes: number }
  /** The line is cut; `changes` wait in this page. */
  | { readonly state: "waiting"; readonly changes: number };
