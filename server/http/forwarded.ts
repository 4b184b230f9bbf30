import type { IncomingMessage } from "node:http";

/** How the visitor reached us, seen through the proxies that we trust. */
export interface Approach {
  /** The visitor's address. */
  readonly address: string;
  /** The host and port that they asked for. */
  readonly host: string | undefined;
  /** Whether they came by https. */
  readonly isSecure: boolean;
}

/**
 * Reads how a request came. Forwarding headers are believed as far as our own proxies have written them: the last
 * `trustedProxies` entries.
 */
export function readApproach(
  { headers, socket }: IncomingMessage,
  trustedProxies: number,
): Approach {
  const direct = socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0)
    return { address: direct, host: headers.host, isSecure: false };
  const stations = [...listIn(headers["x-forwarded-for"]), direct];
  const nearest = Math.max(0, stations.length - 1 - trustedProxies);
  return {
    address: stations[nearest]!,
    host: listIn(headers["x-forwarded-host"])[0] ?? headers.host,
    isSecure: listIn(headers["x-forwarded-proto"])[0] === "https",
  };
}

function listIn(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(",") : (header ?? "");
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
