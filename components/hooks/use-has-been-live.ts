import { useState } from "react";
import type { ConnectionStatus } from "@/client/sync/connection-status";
import type { Store } from "@/core/base/store";
import { useSelected } from "./use-store";

/** Whether the room's content has been here at any time since the page was opened. */
export function useHasBeenLive(connection: Store<ConnectionStatus>): boolean {
  const isLive = useSelected(connection, ({ state }) => state === "live");
  const [hasBeenLive, setHasBeenLive] = useState(isLive);
  if (isLive && !hasBeenLive) setHasBeenLive(true);
  return hasBeenLive;
}
