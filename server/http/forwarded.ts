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

/** What a request looked like when it came, and what we make of it: for an operator who looks for a proxy's mistake. */
export interface ApproachReport extends Approach {
  readonly trustedProxies: number;
  readonly received: {
    readonly host: string | undefined;
    readonly forwardedFor: readonly string[];
    readonly forwardedHost: string | undefined;
    readonly forwardedProto: string | undefined;
  };
}

export function reportApproach(
  request: IncomingMessage,
  trustedProxies: number,
): ApproachReport {
  const { headers } = request;
  return {
    ...readApproach(request, trustedProxies),
    trustedProxies,
    received: {
      host: headers.host,
      forwardedFor: listIn(headers["x-forwarded-for"]),
      forwardedHost: listIn(headers["x-forwarded-host"])[0],
      forwardedProto: listIn(headers["x-forwarded-proto"])[0],
    },
  };
}

function listIn(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(",") : (header ?? "");
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
