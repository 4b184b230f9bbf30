import { useEffect, useState } from "react";
import type { BoardId } from "@/core/base/ids";
import {
  fetchLanOrigins,
  isLoopback,
  linkTo,
  type SharedLink,
} from "./shared-link";

/**
 * The link that others can use. Somebody who opened the board as `localhost` gets the computer's address on its network,
 * as soon as the server has told it.
 */
export function useSharedLink(room: BoardId): SharedLink {
  const { origin, hostname } = window.location;
  const isLocal = isLoopback(hostname);
  const [lanOrigin, setLanOrigin] = useState<string>();
  useEffect(() => {
    if (!isLocal) return;
    let isCurrent = true;
    void fetchLanOrigins().then(([first]) => {
      if (isCurrent) setLanOrigin(first);
    });
    return () => {
      isCurrent = false;
    };
  }, [isLocal]);
  if (!isLocal) return { href: linkTo(room, origin), reach: "everywhere" };
  if (!lanOrigin) return { href: linkTo(room, origin), reach: "this-computer" };
  return { href: linkTo(room, lanOrigin), reach: "network" };
}
