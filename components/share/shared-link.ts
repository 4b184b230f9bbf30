import type { BoardId } from "@/core/base/ids";
import { withBasePath } from "../base-path";

export interface SharedLink {
  readonly href: string;
  /** Which computers it works on, where that needs a word. */
  readonly reach: "everywhere" | "network" | "this-computer";
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether an address with this host leads back to the computer that it is opened on. */
export const isLoopback = (hostname: string): boolean =>
  LOOPBACK.test(hostname);

export const linkTo = (room: BoardId, origin: string): string =>
  origin + withBasePath(`/r/${room}`);

/** The server's addresses on its networks, such as `http://192.168.1.5:3000`; none when it does not tell. */
export async function fetchLanOrigins(): Promise<readonly string[]> {
  try {
    const response = await fetch(withBasePath("/api/addresses"));
    const { lan } = (await response.json()) as { lan?: unknown };
    return Array.isArray(lan)
      ? lan.filter((origin): origin is string => typeof origin === "string")
      : [];
  } catch {
    // Without the server there is only the address that the page itself has.
    return [];
  }
}
