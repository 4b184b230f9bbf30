import type { Config } from "../config";
import type { ApproachReport } from "../http/forwarded";
import { bad, type Finding, ok } from "./finding";

/** An address that no visitor has, of those that are kept for documents. Sent as if by a proxy, to see whether it is believed. */
export const FALSE_ADDRESS = "192.0.2.99";

type Trust = Pick<Config, "allowedOrigins">;

/** Judges by how a request of ours came to the server whether the proxies before it do what they must. */
export function judgeApproach(
  url: URL,
  report: ApproachReport,
  trust: Trust,
): Finding {
  return (
    judgeAddress(report) ??
    judgeScheme(url, report) ??
    judgeHost(url, report, trust) ??
    ok(
      `We came by ${report.isSecure ? "https" : "http"} from ${report.address}, as the server sees it.`,
    )
  );
}

function judgeAddress({
  address,
  trustedProxies,
  received,
}: ApproachReport): Finding | undefined {
  const stations = received.forwardedFor.filter(
    (station) => station !== FALSE_ADDRESS,
  ).length;
  if (address === FALSE_ADDRESS)
    return bad(
      stations === 0
        ? "The server believes addresses that visitors make up: let the proxy set X-Forwarded-For to the visitor's address, or, without a proxy, unset TRUST_PROXY."
        : `The server believes addresses that visitors make up: set TRUST_PROXY to ${stations}.`,
    );
  if (trustedProxies > 0 && stations === 0)
    return bad(
      "The proxy does not say where visitors come from: let it set X-Forwarded-For to their address.",
    );
  if (stations > trustedProxies)
    return bad(
      `There are ${stations} proxies before the server, which takes the last for all visitors: set TRUST_PROXY to ${stations}.`,
    );
  return undefined;
}

function judgeScheme(
  url: URL,
  { isSecure, received }: ApproachReport,
): Finding | undefined {
  if (url.protocol === "https:" && !isSecure)
    return bad(
      received.forwardedProto === undefined
        ? "The proxy does not say that we came by https, so that cookies are not Secure: let it set X-Forwarded-Proto."
        : "The server does not believe that we came by https: set TRUST_PROXY to the number of proxies.",
    );
  return undefined;
}

function judgeHost(
  url: URL,
  { host }: ApproachReport,
  { allowedOrigins }: Trust,
): Finding | undefined {
  if (host === url.host || allowedOrigins.includes(url.origin))
    return undefined;
  return bad(
    `The server was asked for the host ${host}, not ${url.host}, and turns pages away: let the proxy pass on Host or set X-Forwarded-Host, or set ALLOWED_ORIGINS to ${url.origin}.`,
  );
}
