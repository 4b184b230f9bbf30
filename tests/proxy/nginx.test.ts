import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request, type RequestOptions } from "node:https";
import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserLaunchOptions } from "../support/browser";
import { boardwalk } from "../support/command";
import { codeIn, readDocument } from "../support/markdown";
import { Nginx } from "../support/nginx";
import { Person } from "../support/person";
import { RawClient } from "../support/raw-client";
import { RunningServer } from "../support/running-server";

const BASE_PATH = "/board";
const ROOM_RATE = 20;
/** Seconds. Less than what nginx is content with by default, and more than the server ever lets a line be silent. */
const SILENCE = 20;
const LARGE = "x".repeat(3_000_000);

const recipe = codeIn(readDocument("docs/operating.md"), "nginx");

describe("behind nginx, below a path and with https", () => {
  let server: RunningServer;
  let nginx: Nginx;
  let browser: Browser;

  beforeAll(async () => {
    server = await RunningServer.start({
      BASE_PATH,
      TRUST_PROXY: "true",
      ROOM_RATE: String(ROOM_RATE),
    });
    nginx = await Nginx.start({
      recipe,
      placeholders: {
        listen: "listen 443 ssl;",
        upstream: "127.0.0.1:3000",
        certificate: "/etc/letsencrypt/live/board.example.org/fullchain.pem",
        key: "/etc/letsencrypt/live/board.example.org/privkey.pem",
      },
      upstreamPort: server.port,
      silence: SILENCE,
    });
    browser = await chromium.launch(browserLaunchOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await nginx?.stop();
    await server?.dispose();
  });

  const syncUrl = (room: string) =>
    `wss://localhost:${nginx.port}${BASE_PATH}/sync/${room}`;
  const certificate = () => readFileSync(nginx.certificate);
  const join = (room: string, headers: Record<string, string> = {}) =>
    RawClient.join(syncUrl(room), "Ada", { ca: certificate(), headers });
  /** Asks for a path of the site, from an address of this machine. */
  const ask = (path: string, options: RequestOptions = {}) =>
    answerTo(nginx.origin + BASE_PATH + path, {
      ca: certificate(),
      agent: false,
      ...options,
    });

  test("a board is made on the start page, and two people draw on it", async () => {
    const ada = await newcomer(browser, "Ada");
    const ben = await newcomer(browser, "Ben");

    const link = await ada.createBoard(`${nginx.origin}${BASE_PATH}`);
    expect(link).toMatch(/^https:\/\/localhost:\d+\/board\/r\/[a-z0-9-]+$/);
    await ben.open(link);
    await ada.drawStroke([
      [420, 300],
      [460, 360],
      [440, 420],
    ]);
    await ada.expectSaved();
    await ben.expectShapeCount(1);

    for (const { context } of [ada, ben]) {
      const [cookie] = await context.cookies();
      expect(cookie).toMatchObject({
        secure: true,
        httpOnly: true,
        sameSite: "Lax",
        path: BASE_PATH,
      });
      await context.close();
    }
  });

  test("people are known by their cookie where the page is ours, and strangers are turned away", async () => {
    const page = await ask("/");
    const cookie = page.headers["set-cookie"]![0]!.split(";")[0]!;
    const origin = nginx.origin;
    const [first, second] = [
      await join("origins", { cookie, origin }),
      await join("origins", { cookie, origin }),
    ];

    expect(first.last("welcome")!.user).toBe(second.last("welcome")!.user);
    expect(first.last("welcome")!.user).not.toMatch(/^anonymous/);
    for (const headers of [
      { cookie, origin: "https://evil.example" },
      { cookie, origin: "null" },
      // What a visitor says of the host is not what nginx says.
      {
        cookie,
        origin: "https://evil.example",
        "X-Forwarded-Host": "evil.example",
      },
    ]) {
      const stranger = new RawClient(syncUrl("origins"), {
        ca: certificate(),
        headers: headers,
      });
      expect((await stranger.whenClosed()).code).toBe(4403);
    }
  });

  test("each visitor's own address counts, and nobody can make one up", async () => {
    const visit = async (room: string, localAddress: string, claim = "") =>
      (
        await ask(`/api/rooms/${room}`, {
          localAddress,
          headers: claim ? { "X-Forwarded-For": claim } : {},
        })
      ).status;

    for (let i = 0; i < ROOM_RATE; i++)
      expect(await visit(`first-${i}`, "127.0.0.2")).toBe(200);
    expect(await visit("one-more", "127.0.0.2")).toBe(429);
    expect(await visit("one-more", "127.0.0.2", "192.0.2.7")).toBe(429);
    expect(await visit("one-more", "127.0.0.3")).toBe(200);
  });

  test("a large board comes in and goes out, and a quiet line stays", async () => {
    const ada = await join("large");
    ada.doc.getMap("shapes").set("large", LARGE);
    await ada.saved();
    const ben = await join("large");
    expect(ben.doc.getMap("shapes").get("large")).toBe(LARGE);

    // Two signs of life: longer than nginx would wait for one.
    const heard = ben.all("seq").length;
    await ben.until(() => ben.all("seq").length >= heard + 2);
    ada.doc.getMap("shapes").set("after", 1);
    await ben.until(() => ben.doc.getMap("shapes").has("after"));
  });

  test("events come as they happen", async () => {
    const asked = request(
      `${nginx.origin}${BASE_PATH}/api/me/events?rooms=events`,
      { ca: certificate(), agent: false },
    );
    asked.end();
    const [response] = (await once(asked, "response")) as [
      NodeJS.ReadableStream,
    ];
    let heard = "";
    response.on("data", (part: Buffer) => (heard += part.toString()));
    while (!heard.includes('"people":0')) await once(response, "data");

    await join("events");
    while (!heard.includes('"people":1')) await once(response, "data");
    asked.destroy();
  });

  test("the site's path leads to its page with and without a slash, and numbers stay inside", async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    for (const path of ["", "/"]) {
      const page = await context.newPage();
      const answer = await page.goto(nginx.origin + BASE_PATH + path);
      expect(answer?.status()).toBe(200);
    }
    await context.close();
    expect((await ask("/metrics")).status).toBe(403);
    expect((await ask("/readyz")).status).toBe(200);
  });

  test("the doctor is content", async () => {
    const { output, code } = await boardwalk(
      ["doctor", nginx.origin + BASE_PATH],
      {
        DATA_DIR: server.dataDir,
        HOST: "127.0.0.1",
        PORT: String(server.port),
        BASE_PATH,
        TRUST_PROXY: "true",
        NODE_EXTRA_CA_CERTS: nginx.certificate,
      },
    );

    expect(output).not.toContain("BAD");
    expect(output).toContain("We came by https from 127.0.0.1");
    expect(output).toContain(
      `A board can be opened through wss://localhost:${nginx.port}/board/sync/`,
    );
    expect(code).toBe(0);
  });
});

async function newcomer(browser: Browser, name: string): Promise<Person> {
  const context: BrowserContext = await browser.newContext({
    ignoreHTTPSErrors: true,
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
  });
  return new Person(name, await context.newPage(), context);
}

async function answerTo(url: string, options: RequestOptions) {
  const asked = request(url, options);
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  response.resume();
  return { status: response.statusCode, headers: response.headers };
}
