import type { LiveEntry } from "@/core/protocol/live-message";

/** Whether an entry shows how the board is being changed, which only those may do who may change it. Pointing is for everybody. */
export function isDrawing(entry: LiveEntry): boolean {
  switch (entry.kind) {
    case "begin":
      return entry.what !== "laser";
    case "stroke":
    case "draft":
    case "transform":
    case "erase":
    case "caret":
      return true;
    default:
      return false;
  }
}
