import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { RawClient } from "../support/raw-client";
import { startServerInMemory, type TestServerOptions } from "../support/server";
import { visitor } from "../support/visitor";

interface Told {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** JSON of so many bytes that is no title. */
const json = (bytes: number) => JSON.stringify("x".repeat(bytes - 2));
const bodyOf = (bytes: number) => [`Content-Length: ${bytes}`];

const open = (config: TestServerOptions["config"] = {}) =>
  startServerInMemory({ config });

describe("pages", () => {
  test("know their visitor by a cookie that the first visit sets", async () => {
    const { url } = await open();

    const first = await fetch(`${url}/r/plans`);
    const user = ((await first.json()) as Told).headers["x-boardwalk-user"];
    const setCookie = first.headers.get("set-cookie")!;
    const cookie = setCookie.split(";")[0]!;
    const second = await fetch(`${url}/`, { headers: { cookie } });

    expect(user).toMatch(/^\w{16}$/);
    expect(setCookie).toMatch(
      /^boardwalk-testtest=\S+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
    );
    expect(((await second.json()) as Told).headers["x-boardwalk-user"]).toBe(
      user,
    );
  });

  test("are told nothing that only the server may tell them", async () => {
    const { url } = await open();

    const { headers } = (await (
      await fetch(`${url}/`, {
        headers: {
          "x-boardwalk-user": "mallory",
          "X-Boardwalk-Bench": "1",
          "x-nonce": "known",
          "content-security-policy": "script-src *",
          "x-middleware-subrequest": "1",
        },
      })
    ).json()) as Told;

    expect(headers["x-boardwalk-user"]).not.toBe("mallory");
    expect(headers).not.toHaveProperty("x-boardwalk-bench");
    expect(headers).not.toHaveProperty("x-middleware-subrequest");
    expect(headers["x-nonce"]).not.toBe("known");
    expect(headers["content-security-policy"]).not.toContain("*");
  });

  test("carry a policy with a nonce of their own", async () => {
    const { url } = await open();
    const visit = async () => {
      const response = await fetch(`${url}/`);
      const { headers } = (await response.json()) as Told;
      const policy = response.headers.get("content-security-policy")!;
      expect(headers["content-security-policy"]).toBe(policy);
      expect(policy).toContain(`'nonce-${headers["x-nonce"]}'`);
      return headers["x-nonce"];
    };

    expect(await visit()).not.toBe(await visit());
  });

  test("leave their files without a cookie", async () => {
    const { url } = await open();

    for (const path of ["/_next/static/chunk.js", "/icon.svg"])
      expect((await fetch(url + path)).headers.has("set-cookie")).toBe(false);
  });

  test("have secure cookies behind a proxy that speaks https", async () => {
    const { url } = await open({ trustedProxies: 1 });
    const { headers } = await fetch(`${url}/`, {
      headers: { "x-forwarded-proto": "https" },
    });

    expect(headers.get("set-cookie")).toContain("; Secure");
  });

  test("of the bench are there only when they are wanted", async () => {
    const closed = await open();
    for (const path of ["/bench", "/bench?x", "/%62ench", "/bench.txt"])
      expect((await fetch(closed.url + path)).status).toBe(404);

    const { url } = await open({ isBench: true });
    const { headers } = (await (await fetch(`${url}/bench`)).json()) as Told;
    expect(headers["x-boardwalk-bench"]).toBe("1");
  });

  test("take nothing from those who read them", async () => {
    const { url } = await open();

    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const response = await fetch(`${url}/r/plans`, { method });
      expect([method, response.status]).toEqual([method, 405]);
      expect(response.headers.get("allow")).toBe("GET, HEAD");
    }
    expect((await fetch(`${url}/r/plans`, { method: "HEAD" })).status).toBe(
      200,
    );
  });

  test("lie below the base path, and nothing beside it", async () => {
    const { url } = await open({ basePath: "/board" });
    const root = url.replace("/board", "");

    expect(((await (await fetch(`${url}/r/x`)).json()) as Told).url).toBe(
      "/board/r/x",
    );
    expect((await fetch(`${root}/r/x`)).status).toBe(404);
    expect((await fetch(`${root}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});

describe("the API", () => {
  test("makes names for new boards", async () => {
    const { url } = await open();

    const response = await fetch(`${url}/api/rooms`, { method: "POST" });

    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      room: expect.stringMatching(/^[a-z]+-[a-z]+-\d{4}$/),
    });
  });

  test("knows whether a board exists and how many people are there", async () => {
    const { url, syncUrl } = await open();
    const ask = async () => (await fetch(`${url}/api/rooms/plans`)).json();
    expect(await ask()).toEqual({ room: "plans", exists: false, people: 0 });

    const ada = await RawClient.join(`${syncUrl}/plans`);
    expect(await ask()).toEqual({ room: "plans", exists: false, people: 1 });
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();

    expect(await ask()).toEqual({ room: "plans", exists: true, people: 1 });
  });

  test.each(["X", "ab", "plans%20", "a%2Fb", "-abc"])(
    "refuses %s as a room's name",
    async (name) => {
      const { url } = await open();

      const response = await fetch(`${url}/api/rooms/${name}`);

      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        error: { code: "BAD_ROOM_NAME", message: expect.any(String) },
      });
    },
  );

  test("lets nobody try names", async () => {
    const { url } = await open({ roomRate: 3 });
    const statuses: number[] = [];
    for (const name of ["abc", "abd", "abe", "abf", "abc"])
      statuses.push((await fetch(`${url}/api/rooms/${name}`)).status);

    expect(statuses).toEqual([200, 200, 200, 429, 200]);
  });

  test("lets nobody give titles to boards whose names they try", async () => {
    const server = await open({ roomRate: 2 });
    const { headers } = await visitor(server);
    const rename = (name: string) =>
      fetch(`${server.url}/api/rooms/${name}`, {
        method: "PATCH",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ title: "Found" }),
      });

    const statuses: number[] = [];
    for (const name of ["abc", "abd", "abe"])
      statuses.push((await rename(name)).status);
    expect(statuses).toEqual([404, 404, 429]);
  });

  test("counts the boards whose people a page is told apart from those that are opened", async () => {
    const { url, syncUrl } = await open({ roomRate: 2 });
    const ending = new AbortController();
    const { signal } = ending;
    await fetch(`${url}/api/me/events?rooms=abc,abd,abe`, { signal });

    const ada = await RawClient.join(`${syncUrl}/plans`);

    expect(ada.isOpen).toBe(true);
    ending.abort();
  });

  test("lists addresses on the network", async () => {
    const { url } = await open();

    expect(await (await fetch(`${url}/api/addresses`)).json()).toEqual({
      lan: [],
    });
  });

  test("does nothing for pages of others", async () => {
    const { url } = await open({ allowedOrigins: ["https://friend.example"] });
    const post = async (origin: string) =>
      (await fetch(`${url}/api/rooms`, { method: "POST", headers: { origin } }))
        .status;

    expect(await post("https://evil.example")).toBe(403);
    expect(await post("null")).toBe(403);
    expect(await post("https://friend.example")).toBe(201);
    expect(await post(url)).toBe(201);
  });

  test("does not read bodies without end", async () => {
    const { url } = await open();

    const response = await fetch(`${url}/api/rooms`, {
      method: "POST",
      body: "x".repeat(100_000),
    });

    expect(response.status).toBe(413);
  });

  test.each<[string, string, string[], string]>([
    [
      "that does not tell its length",
      "411 NO_LENGTH",
      ["Transfer-Encoding: chunked"],
      "4\r\nnull\r\n0\r\n\r\n",
    ],
    ["that is no JSON", "400 BAD_REQUEST", ["Content-Length: 1"], "{"],
    ["of the greatest length", "400 BAD_TITLE", bodyOf(16_384), json(16_384)],
    ["above that", "413 TOO_LARGE", bodyOf(16_385), json(16_385)],
  ])("answers a body %s with %s", async (_, expected, headers, body) => {
    const { server } = await open();
    const lines = [
      "PATCH /api/rooms/plans HTTP/1.1",
      "Content-Type: application/json",
      "Connection: close",
      "Host: localhost",
      ...headers,
    ];
    const socket = connect({ port: server.port, host: "127.0.0.1" });
    socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);

    const answer = await text(socket);

    const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer)!;
    const [, code] = /"code":"(\w+)"/.exec(answer)!;
    expect(`${status} ${code}`).toBe(expected);
  });

  test("says in its own words that something is not there", async () => {
    const { url } = await open();

    for (const path of ["/api", "/api/nothing"])
      expect(await (await fetch(url + path)).json()).toEqual({
        error: { code: "NOT_FOUND", message: expect.any(String) },
      });
  });
});

test("an address that cannot be decoded is answered by the pages, as one that nothing is at", async () => {
  const { server } = await open();
  const told = await new Promise<string>((resolve, reject) => {
    const sent = request(
      { port: server.port, host: "127.0.0.1", path: "/%zz" },
      (response) => {
        let body = "";
        response.on("data", (part: Buffer) => (body += part.toString()));
        response.on("end", () => resolve(body));
      },
    );
    sent.on("error", reject);
    sent.end();
  });

  expect((JSON.parse(told) as Told).url).toBe("/nowhere");
});
