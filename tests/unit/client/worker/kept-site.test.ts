import { beforeEach, describe, expect, test } from "vitest";
import { KeptSite } from "@/client/worker/kept-site";
import { FakeClock } from "../../../support/fake-clock";
import { MapCaches } from "../../../support/map-caches";

const SITE = "https://board.example/draw/";
const FILE = `${SITE}_next/static/chunks/a.js`;

let caches: MapCaches;
let clock: FakeClock;
let fetched: string[];
/** What the network answers; undefined while it is away. */
let network: ((address: string) => Response) | undefined;

function serve(address: string): Response {
  const date = new Date(clock.now()).toUTCString();
  if (address.includes("/_next/static/"))
    return new Response("code", {
      headers: { "cache-control": "public, max-age=31536000, immutable" },
    });
  const text = `<script src="/draw/_next/static/chunks/a.js"></script>${address}`;
  return new Response(text, { headers: { date, "x-nonce": "n" } });
}

const open = (build = "1") =>
  new KeptSite({
    site: SITE,
    build,
    files: ["chunks/late.js"],
    caches: caches as unknown as CacheStorage,
    fetch: async (input) => {
      const address = input instanceof Request ? input.url : String(input);
      fetched.push(address);
      if (!network) throw new TypeError("no network");
      return network(address);
    },
    clock,
  });

const visit = (address: string, init = {}) =>
  Object.defineProperty(new Request(address, init), "mode", {
    value: "navigate",
  });

beforeEach(() => {
  caches = new MapCaches();
  clock = new FakeClock();
  fetched = [];
  network = serve;
});

describe("without the network", () => {
  test("any board's page is the kept one with the board's name, and its headers", async () => {
    const site = open();
    await site.install();
    network = undefined;
    const page = await site.answer(visit(`${SITE}r/calm-otter-42?x=1`));
    expect(await page!.text()).toContain(`${SITE}r/calm-otter-42`);
    expect(page!.headers.get("x-nonce")).toBe("n");
  });

  test("the home page and the files of both are there", async () => {
    const site = open();
    await site.install();
    network = undefined;
    expect((await site.answer(visit(SITE)))!.ok).toBe(true);
    const file = await site.answer(new Request(FILE));
    expect(await file!.text()).toBe("code");
    const late = new Request(`${SITE}_next/static/chunks/late.js`);
    expect((await site.answer(late))!.ok).toBe(true);
  });

  test("a proxy's word that the server is away counts as none", async () => {
    const site = open();
    await site.install();
    network = () => new Response("Bad gateway", { status: 502 });
    const page = await site.answer(visit(`${SITE}r/calm-otter-42`));
    expect(page!.status).toBe(200);
  });

  test("a page that was never kept fails as it would without a worker", async () => {
    network = undefined;
    const page = await open().answer(visit(`${SITE}r/calm-otter-42`));
    expect(page!.type).toBe("error");
  });
});

describe("with the network", () => {
  test("pages are the server's, and files are fetched once", async () => {
    const site = open();
    await site.install();
    network = () => new Response("new");
    const page = await site.answer(visit(`${SITE}r/calm-otter-42`));
    expect(await page!.text()).toBe("new");
    fetched = [];
    await site.answer(new Request(FILE));
    expect(fetched).toEqual([]);
  });

  test("a page that takes too long is the kept one", async () => {
    const site = open();
    await site.install();
    let answer: (response: Response) => void = () => {};
    const slow = new KeptSite({
      site: SITE,
      build: "1",
      files: [],
      caches: caches as unknown as CacheStorage,
      fetch: () => new Promise((resolve) => (answer = resolve)),
      clock,
    });
    const page = slow.answer(visit(SITE))!;
    clock.advance(4_000);
    expect(await (await page).text()).toContain(SITE);
    answer(new Response("late"));
  });

  test("the kept pages are fetched anew when they are a day old", async () => {
    const site = open();
    await site.install();
    fetched = [];
    await site.refresh();
    expect(fetched).toEqual([]);
    clock.advance(25 * 60 * 60 * 1000);
    await site.refresh();
    expect(fetched).toContain(SITE);
  });

  test("what a page loaded by itself is kept, unless it may change", async () => {
    const site = open();
    network = (address) =>
      address.endsWith("b.js") ? new Response("changes") : serve(address);
    const changing = `${SITE}_next/static/chunks/b.js`;
    await site.keepFiles([FILE, changing, "https://elsewhere.example/c.js"]);
    network = undefined;
    expect((await site.answer(new Request(FILE)))!.ok).toBe(true);
    await expect(site.answer(new Request(changing))).rejects.toThrow();
    expect(fetched).not.toContain("https://elsewhere.example/c.js");
  });

  test.each([
    ["what is sent", visit(`${SITE}r/calm-otter-42`, { method: "POST" })],
    ["what is no page", new Request(`${SITE}api/rooms`)],
    ["what lies beyond the site", visit("https://board.example/r/other")],
    ["what is no board's name", visit(`${SITE}r/_`)],
  ])("%s is left to it", (_, request) => {
    expect(open().answer(request)).toBeUndefined();
  });
});

test("a new build removes what was kept, but for the build before it and other sites", async () => {
  for (const build of ["1", "2"]) await open(build).install();
  await (await caches.open("somebody else's")).put(FILE, new Response());
  const site = open("3");
  await site.install();
  await site.removeOld();
  expect(await caches.keys()).toEqual([
    "boardwalk /draw/ 2",
    "somebody else's",
    "boardwalk /draw/ 3",
  ]);
});
