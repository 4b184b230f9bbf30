import { randomBytes } from "node:crypto";
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from "node:http";
import { asUserId } from "@/core/base/ids";
import { randomId } from "@/core/base/random";
import { secureRandom } from "../auth/secure-random";
import type { SessionCookies } from "../auth/session-cookies";
import { contentSecurityPolicy } from "./content-security-policy";
import type { Approach } from "./forwarded";

/** Headers that only we may tell the pages. */
const OURS = /^(x-boardwalk-|x-nonce$|x-middleware-|content-security-policy)/;

export interface PageGateOptions {
  readonly cookies: SessionCookies;
  readonly isBench: boolean;
  readonly isDevelopment: boolean;
}

export interface PageVisit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Within the site. */
  readonly path: string;
  readonly approach: Approach;
}

/** Prepares requests for pages: tells the page who is asking, and the browser what the page may do. */
export class PageGate {
  readonly #options: PageGateOptions;

  constructor(options: PageGateOptions) {
    this.#options = options;
  }

  prepare({ request, response, path, approach }: PageVisit): void {
    const { isBench, isDevelopment } = this.#options;
    stripOurs(request.headers);
    const nonce = randomBytes(16).toString("base64");
    const policy = contentSecurityPolicy({
      nonce,
      host: approach.host,
      isDevelopment,
    });
    request.headers["content-security-policy"] = policy;
    request.headers["x-nonce"] = nonce;
    if (isBench) request.headers["x-boardwalk-bench"] = "1";
    response.setHeader("Content-Security-Policy", policy);
    if (isPage(path)) this.#identify(request, response, approach);
  }

  /** Makes whoever has no cookie of ours a new user, and renews the cookie of whoever has one. */
  #identify(
    request: IncomingMessage,
    response: ServerResponse,
    { isSecure }: Approach,
  ): void {
    const { cookies } = this.#options;
    const user =
      cookies.read(request.headers.cookie) ?? asUserId(randomId(secureRandom));
    request.headers["x-boardwalk-user"] = user;
    response.appendHeader("Set-Cookie", cookies.issue(user, { isSecure }));
  }
}

/** Pages have no file extension. What they load besides comes with their visitor's cookie already. */
function isPage(path: string): boolean {
  const lastSegment = path.slice(path.lastIndexOf("/"));
  return !path.startsWith("/_next/") && !lastSegment.includes(".");
}

function stripOurs(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers))
    if (OURS.test(name)) delete headers[name];
}
