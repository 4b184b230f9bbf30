import type { ConnectionStatus } from "@/client/sync/connection-status";
import { CloseCode } from "@/core/protocol/close-codes";
import type { SaveState } from "@/client/sync/save-state";

/** What the save line says; `key` is the key of its translation. */
export type SaveLineText =
  | { readonly key: "saved"; readonly at: number }
  | { readonly key: "waiting" | "forbidden"; readonly changes: number }
  | {
      readonly key:
        | "connecting"
        | "loading"
        | "ready"
        | "saving"
        | "unsaved"
        | "offline"
        | "full"
        | "tooFast"
        | "reconnecting"
        | "refused";
    };

/**
 * Puts the two questions that a person has into one answer: is the line there, and is my work safe?
 *
 * @param hasBeenLive Whether this page has been connected before.
 */
export function describeSave(
  save: SaveState,
  connection: ConnectionStatus,
  hasBeenLive: boolean,
): SaveLineText {
  if (connection.state === "refused") return { key: "refused" };
  if (connection.state === "live") return describeLive(save);
  if (save.state === "waiting" && save.changes > 0)
    return { key: "waiting", changes: save.changes };
  const reason = reasonOf(connection);
  if (reason) return { key: reason };
  if (hasBeenLive) return { key: "reconnecting" };
  if (connection.state === "syncing") return { key: "loading" };
  // Not tried yet: first this browser's own copy is looked for.
  const hasFailed =
    connection.state === "offline" && connection.retryAt !== undefined;
  return { key: hasFailed ? "offline" : "connecting" };
}

/** Why the server sends this page away for now, if it has said so. */
function reasonOf(
  connection: ConnectionStatus,
): "full" | "tooFast" | undefined {
  if (!("cause" in connection)) return undefined;
  if (connection.cause === CloseCode.full) return "full";
  if (connection.cause === CloseCode.tooFast) return "tooFast";
  return undefined;
}

function describeLive(save: SaveState): SaveLineText {
  switch (save.state) {
    case "untouched":
      return { key: "ready" };
    case "saved":
      return { key: "saved", at: save.at };
    case "unsaved":
      return { key: "unsaved" };
    case "forbidden":
      return { key: "forbidden", changes: save.changes };
    case "saving":
    // The line is back, and what waited is on its way.
    case "waiting":
      return { key: "saving" };
  }
}
