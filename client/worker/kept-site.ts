import type { Clock } from "@/core/base/clock";

/** A room that nobody opens: its page is kept, and answers for each room with that room's name in place of this one. */
const SHELL_ROOM = "the-page-that-is-kept-for-any-board";
const ROOM_PATH = /^r\/([a-z0-9][a-z0-9-]{2,63})$/;
/** Whoever has waited so long for a page is given the kept one. */
const PATIENCE_MS = 4_000;
/** A kept page that is older is fetched anew: it says who the visitor is. */
const FRESH_MS = 24 * 60 * 60 * 1000;
/** What a proxy says whose server is away. */
const AWAY = [502, 503, 504];

export interface KeptSiteOptions {
  /** The address that the site lives under, with a slash at its end. */
  readonly site: string;
  /** Tells one build of the pages from another. */
  readonly build: string;
  /** What the build's pages load, at any time: paths below `_next/static/`. */
  readonly files: readonly string[];
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/**
 * The pages and their files as they are kept in the browser, so that a board can be opened without the server. Pages come from the
 * network whenever it answers; files never change under their names and come from the cache.
 */
export class KeptSite {
  readonly #options: KeptSiteOptions;
  /** Of all builds of this site, but not of others on the same host. */
  readonly #prefix: string;
  readonly #name: string;
  readonly #files: string;

  constructor(options: KeptSiteOptions) {
    this.#options = options;
    const { pathname } = new URL(options.site);
    this.#prefix = `boardwalk ${pathname} `;
    this.#name = this.#prefix + options.build;
    this.#files = `${pathname}_next/static/`;
  }

  /** Fetches the pages and what they are made of. Rejects when one of them cannot be had. */
  async install(): Promise<void> {
    const { site, files } = this.#options;
    await this.keepFiles(files.map((file) => `${site}_next/static/${file}`));
    await this.#keepPage(site);
    await this.#keepPage(this.#shellAddress);
  }

  /** Removes what earlier builds kept, but for the last: pages of it may be open. */
  async removeOld(): Promise<void> {
    const { caches } = this.#options;
    const others = (await caches.keys()).filter(
      (name) => name.startsWith(this.#prefix) && name !== this.#name,
    );
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  }

  /** Keeps files that a page has loaded before it came under this care. Addresses of anything else are ignored. */
  async keepFiles(addresses: readonly string[]): Promise<void> {
    await Promise.all(
      addresses
        .filter((address) => this.#isFile(new URL(address)))
        .map((address) => this.#file(address)),
    );
  }

  /** The answer to a request; undefined for one that is the network's alone. */
  answer(request: Request): Promise<Response> | undefined {
    const { method, mode, url } = request;
    if (method !== "GET") return undefined;
    const address = new URL(url);
    if (this.#isFile(address)) return this.#file(url);
    if (mode !== "navigate") return undefined;
    const path = address.origin + address.pathname;
    if (path === this.#options.site)
      return this.#page(request, () => this.#kept(path));
    const room = this.#roomIn(path);
    if (room === undefined) return undefined;
    return this.#page(request, () => this.#shellOf(room));
  }

  /** Fetches the page for boards anew if it has grown old. */
  async refresh(): Promise<void> {
    const { clock } = this.#options;
    const shell = await this.#kept(this.#shellAddress);
    const age = clock.now() - Date.parse(shell?.headers.get("date") ?? "");
    if (!(age < FRESH_MS)) await this.install();
  }

  get #shellAddress(): string {
    return `${this.#options.site}r/${SHELL_ROOM}`;
  }

  #isFile({ origin, pathname }: URL): boolean {
    return (
      origin === new URL(this.#options.site).origin &&
      pathname.startsWith(this.#files)
    );
  }

  #roomIn(path: string): string | undefined {
    const { site } = this.#options;
    if (!path.startsWith(site)) return undefined;
    return ROOM_PATH.exec(path.slice(site.length))?.[1];
  }

  async #page(
    request: Request,
    kept: () => Promise<Response | undefined>,
  ): Promise<Response> {
    const { fetch, clock } = this.#options;
    const fetched = fetch(request).then(
      (response) => (AWAY.includes(response.status) ? undefined : response),
      () => undefined,
    );
    const late = new Promise<undefined>((resolve) =>
      clock.after(PATIENCE_MS, () => resolve(undefined)),
    );
    const inTime = await Promise.race([fetched, late]);
    return inTime ?? (await kept()) ?? (await fetched) ?? Response.error();
  }

  async #shellOf(room: string): Promise<Response | undefined> {
    const shell = await this.#kept(this.#shellAddress);
    if (!shell) return undefined;
    const text = (await shell.text()).replaceAll(SHELL_ROOM, room);
    return new Response(text, { headers: shell.headers });
  }

  async #file(address: string): Promise<Response> {
    const own = await this.#kept(address);
    if (own) return own;
    const { caches, fetch } = this.#options;
    // Of another build, maybe.
    const known = await caches.match(address, { ignoreVary: true });
    const response = known ?? (await fetch(address));
    await this.#keep(address, response.clone());
    return response;
  }

  async #keepPage(address: string): Promise<void> {
    const { fetch } = this.#options;
    const response = await fetch(address, { cache: "no-store" });
    if (!response.ok) throw new Error(`${address} is away.`);
    const text = await response.clone().text();
    // First what it is made of: a page without that is of no use.
    await this.keepFiles(this.#filesIn(text));
    await this.#put(address, response);
  }

  #filesIn(page: string): string[] {
    const paths = page.match(/[^"'\\\s<>]*\/_next\/static\/[^"'\\\s<>]+/g);
    return [...new Set(paths)].map(
      (path) => new URL(path, this.#options.site).href,
    );
  }

  /** Keeps a file, if the server says that it never changes. */
  async #keep(address: string, response: Response): Promise<void> {
    const isLasting = response.headers
      .get("cache-control")
      ?.includes("immutable");
    if (response.ok && isLasting) await this.#put(address, response);
  }

  async #kept(address: string): Promise<Response | undefined> {
    const cache = await this.#options.caches.open(this.#name);
    return cache.match(address, { ignoreVary: true });
  }

  async #put(address: string, response: Response): Promise<void> {
    const cache = await this.#options.caches.open(this.#name);
    await cache.put(address, response);
  }
}
