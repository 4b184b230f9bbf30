import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../log";
import { METRICS_TYPE, type Metrics } from "../metrics/metrics";
import type { EventStreams } from "./event-streams";
import { readApproach } from "./forwarded";
import type { PageGate } from "./page-gate";
import type { Pages } from "./pages";
import { setSecurityHeaders } from "./security-headers";
import { sitePath } from "./site-path";

export interface RequestRouterOptions {
  readonly basePath: string;
  readonly isBench: boolean;
  readonly isDevelopment: boolean;
  readonly trustedProxies: number;
  /** Answers what lies below `/api`. */
  readonly api: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void>;
  readonly events: EventStreams;
  readonly gate: PageGate;
  /** Resolves once pages can be served. */
  readonly pages: () => Promise<Pages>;
  /** Why this server wants no visitors now, or cannot keep what they draw; undefined when all is well. */
  readonly obstacle: () => Promise<string | undefined>;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** A path that no page has. */
const NOWHERE = "/nowhere";
const EVENTS = "/api/me/events";
const BENCH = /^\/bench(\.\w+)?(\/|$)/;

/** Sends each HTTP request to what answers it. */
export class RequestRouter {
  readonly #options: RequestRouterOptions;

  constructor(options: RequestRouterOptions) {
    this.#options = options;
  }

  /** Answers a request. Never rejects. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const approach = readApproach(request, this.#options.trustedProxies);
    setSecurityHeaders(response, approach);
    try {
      await this.#route(request, response);
    } catch (err) {
      this.#options.log.error({ err }, "a request failed");
      if (response.headersSent) response.destroy();
      else answer(response, 500, "The server has made a mistake.");
    }
  }

  async #route(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { basePath, isBench, api, events, metrics } = this.#options;
    const path = sitePath(request.url, basePath);
    // Whoever watches over us need not know where the site lies.
    const health = path ?? sitePath(request.url, "");
    if (health === "/healthz") return answer(response, 200, "alive");
    if (health === "/readyz") return this.#tellReadiness(response);
    if (health === "/metrics")
      return answer(response, 200, metrics.render(), METRICS_TYPE);
    if (path === undefined) return this.#serveNotFound(request, response);
    if (!isBench && BENCH.test(path))
      return answer(response, 404, "There is nothing here.");
    if (path === EVENTS && request.method === "GET")
      return events.handle(request, response);
    if (path === "/api" || path.startsWith("/api/"))
      return api(request, response);
    return this.#servePage(request, response, path);
  }

  async #tellReadiness(response: ServerResponse): Promise<void> {
    const obstacle = await this.#options.obstacle();
    if (obstacle === undefined) answer(response, 200, "ready");
    else answer(response, 503, `not ready: ${obstacle}`);
  }

  /** Answers an address that is cut off in the middle of an escape with the site's own page; one outside the site in a sentence. */
  async #serveNotFound(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { basePath } = this.#options;
    if (!request.url?.startsWith(`${basePath}/`))
      return answer(response, 404, "There is nothing here.");
    request.url = basePath + NOWHERE;
    return this.#servePage(request, response, NOWHERE);
  }

  async #servePage(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const { gate, pages, trustedProxies, isDevelopment } = this.#options;
    // Next would search any form for actions of its own, and write each time into the log that there are none.
    if (!isRead(request) && !isDevelopment) {
      response.setHeader("Allow", "GET, HEAD");
      return answer(response, 405, "A page can only be read.");
    }
    const approach = readApproach(request, trustedProxies);
    const ready = await pages();
    gate.prepare({ request, response, path, approach });
    await ready.handle(request, response);
  }
}

const isRead = ({ method }: IncomingMessage): boolean =>
  method === "GET" || method === "HEAD";

function answer(
  response: ServerResponse,
  status: number,
  text: string,
  type = "text/plain; charset=utf-8",
): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Cache-Control": "no-store",
  });
  response.end(text.endsWith("\n") ? text : `${text}\n`);
}
