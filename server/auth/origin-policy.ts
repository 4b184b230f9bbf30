/** Who opened a connection or sent a request, as far as browsers tell. */
export type Caller =
  /** A page of ours, or of an origin that the operator has allowed. */
  | "page"
  /** No page at all, but a program: it tells no origin, and its cookie is not to be trusted with anything. */
  | "program"
  /** A page of somebody else. */
  | "stranger";

export interface CallerClues {
  /** The `Origin` header. */
  readonly origin: string | undefined;
  /** The host that the request was sent to, with its port. */
  readonly host: string | undefined;
  /** The `Sec-Fetch-Site` header, which newer browsers send to https and localhost. */
  readonly site?: string | undefined;
}

/** Decides by the origin who is calling. Whatever is not known to be a friend is a stranger. */
export class OriginPolicy {
  readonly #allowed: ReadonlySet<string>;

  /** @param allowed Origins besides our own, such as `https://example.org`. */
  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed);
  }

  judge({ origin, host, site }: CallerClues): Caller {
    if (origin === undefined) return judgeBySite(site);
    if (this.#allowed.has(origin)) return "page";
    return host !== undefined && isOriginOf(origin, host) ? "page" : "stranger";
  }
}

/** Browsers leave the origin out of a page's plain reading. */
function judgeBySite(site: string | undefined): Caller {
  if (site === "same-origin") return "page";
  return site === "cross-site" || site === "same-site" ? "stranger" : "program";
}

/** Compares hosts, not schemes: behind a proxy that ends TLS, the page's scheme is not ours. */
function isOriginOf(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  if (protocol !== "http:" && protocol !== "https:") return false;
  // The port that goes without saying is left out of an origin, but may stand in a Host header.
  const asked = `${protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).host === originHost;
}
